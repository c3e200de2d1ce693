// Adds up what the runs of vitest counted and prints the closing line. A run that reports nothing, or that failed
// although no test did, counts as one failure; so does every step that broke.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder, ...runs] = process.argv.slice(2)
const read = (name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '')
const sum = { passed: 0, failed: 0, skipped: 0 }

for (const step of read('broken').split('\n').filter(Boolean)) {
  console.log(`failed: ${step}`)
  sum.failed++
}
for (const run of runs) {
  const counted = count(read(`${run}.json`))
  if (read(`${run}.code`).trim() !== '0' && counted.failed === 0) {
    console.log(`failed: the run "${run}" ended with ${read(`${run}.code`).trim() || 'no code'}`)
    counted.failed = 1
  }
  console.log(`${run}: ${JSON.stringify(counted)}`)
  for (const key of Object.keys(sum)) sum[key] += counted[key]
}
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`)
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0

function count(json) {
  let report
  try {
    report = JSON.parse(json)
  } catch {
    console.log('failed: a run left no report')
    return { passed: 0, failed: 1, skipped: 0 }
  }
  const tests = report.testResults.flatMap((file) =>
    file.assertionResults.map((test) => ({ ...test, file: file.name })),
  )
  // A file that broke outside its tests (an import, a hook) has failed without a failed test.
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  )
  const failed = tests.filter((test) => test.status === 'failed')
  const skipped = tests.filter((test) => test.status !== 'failed' && test.status !== 'passed')
  for (const test of failed) console.log(`failed: ${test.fullName} (${test.file})`)
  for (const file of brokenFiles) console.log(`failed: ${file.name}: ${String(file.message).split('\n')[0]}`)
  for (const test of skipped) console.log(`skipped: ${test.fullName}`)
  return {
    passed: tests.length - failed.length - skipped.length,
    failed: failed.length + brokenFiles.length,
    skipped: skipped.length,
  }
}
