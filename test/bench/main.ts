/**
 * `npm run bench`: how fast the delivery engine is, against the most that Resend's SDK can do here (the ceiling) and
 * against what the documentation leads one to write (the textbook). `-- --json` prints one object, `-- --profile` adds
 * where the worker's time goes, `-- --only throughput|claims` leaves out the other half.
 */
import { mkdtempSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { measureClaims } from './measure-claims.ts'
import { measureThroughput } from './measure-throughput.ts'
import { printReport, type Report } from './print-report.ts'
import { selfTimes } from './profile-table.ts'
import { POSTGRES_SETTINGS, startServers } from './start-servers.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    only: { type: 'string' },
    readers: { type: 'string', default: '20000' },
    rounds: { type: 'string', default: '3' },
    'textbook-readers': { type: 'string', default: '2000' },
    due: { type: 'string', default: '10000' },
    enrolled: { type: 'string', default: '1000000' },
  },
})

process.env.NODE_ENV = 'production'
const say = (line: string) => console.error(`· ${line}`)
const profile = values.profile ? mkdtempSync(path.join(tmpdir(), 'lettercourse-profile-')) : undefined
const servers = await startServers({ statements: values.profile })
const report: Report = {
  machine: {
    processors: `${cpus().length} × ${cpus()[0]!.model.trim()}`,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    postgres: ['fsync=on', 'synchronous_commit=on', ...POSTGRES_SETTINGS],
  },
}
try {
  if (values.only !== 'claims')
    report.throughput = await measureThroughput(servers, {
      readers: Number(values.readers),
      rounds: Number(values.rounds),
      textbookReaders: Number(values['textbook-readers']),
      profile,
      say,
    })
  if (profile) report.profile = selfTimes(profile)
  if (values.only !== 'throughput')
    report.claims = await measureClaims(servers, {
      due: Number(values.due),
      enrolled: Number(values.enrolled),
      say,
    })
} finally {
  await servers.stop()
}
if (values.json) console.log(JSON.stringify(report))
else printReport(report)
process.exit(0)
