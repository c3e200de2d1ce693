/**
 * `npm run bench:care`: what the signs of distress find, miss and raise falsely, on labelled sentences.
 * `--dev` leaves the held-out ones unread, for tuning; `--fit` learns the weights of the second net anew.
 */
import { join } from 'node:path'
import { findCare } from '../../../src/replies/care/find-care.ts'
import { helplinesToCheck } from '../../../src/replies/care/helplines.ts'
import { AIM, falseAlarmsOf, type Measured, measure, recallOf, scoreOf } from './measure-care.ts'
import { LANGUAGES, PARTS, readSentences } from './read-sentences.ts'

if (process.argv.includes('--fit')) {
  const { fitWeights } = await import('./fit-weights.ts')
  fitWeights(join(import.meta.dirname, '../../../src/replies/care/weights.json'))
  process.exit()
}

const parts = process.argv.includes('--dev') ? PARTS.filter((part) => part === 'dev') : PARTS
const sentences = readSentences().filter(({ part }) => parts.includes(part))
findCare('The tables are read before the clock runs.')
const began = performance.now()
const measured = measure(sentences, (text) => findCare(text))
const took = performance.now() - began

const share = (value: number | undefined) => (value === undefined ? '    –' : value.toFixed(3).padStart(5))
const row = (name: string, among: Measured[]) => {
  const score = scoreOf(among)
  const raised = `${score.raised}/${score.care}`.padStart(7)
  const falsely = `${score.falselyRaised}/${score.harmless}`.padStart(7)
  console.log(
    `${name.padEnd(28)} ${share(recallOf(score))} ${raised}      ${share(falseAlarmsOf(score))} ${falsely}`,
  )
}

for (const part of parts) {
  const here = measured.filter((sentence) => sentence.part === part)
  console.log(`\n${`${part} (${here.length} sentences)`.padEnd(28)} recall            false alarms`)
  row('all', here)
  for (const language of LANGUAGES) {
    const spoken = here.filter((sentence) => sentence.language === language)
    row(language, spoken)
    for (const category of new Set(spoken.map((sentence) => sentence.category)))
      row(
        `  ${category}`,
        spoken.filter((sentence) => sentence.category === category),
      )
  }
}

const list = (title: string, among: Measured[]) => {
  console.log(`\n${title}: ${among.length}`)
  for (const { part, language, category, text, because } of among)
    console.log(
      `  ${part} ${language} ${category}: ${text.replace(/\s+/g, ' ')}${because.length ? `  ← ${because.join(' · ')}` : ''}`,
    )
}
list(
  'Missed',
  measured.filter(({ care, found }) => care && !found),
)
list(
  'Raised falsely',
  measured.filter(({ care, found }) => !care && found),
)

console.log(`\n${(took / sentences.length).toFixed(2)} ms a reply`)
console.log(`Aim on unseen sentences: recall ≥ ${AIM.recall}, false alarms ≤ ${AIM.falseAlarms}.`)
for (const { country, name, checked } of helplinesToCheck(new Date()))
  console.log(`Check the helpline ${name} (${country}) again: it was last checked on ${checked}.`)
