/**
 * `npm run bench:care -- --fit`: learns the weights of the second net from the examples and the dev sentences, never
 * from the held-out ones. Logistic regression, trained one example at a time with steps that shrink (Duchi, Hazan &
 * Singer 2011); deterministic. What is enough is chosen by five-fold cross-validation, so that both nets together raise
 * at most so many of the harmless ones.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Features, featuresOf } from '../../../src/replies/care/features.ts'
import { careBySigns } from '../../../src/replies/care/find-care.ts'
import { wordsThatMayMean } from '../../../src/replies/care/find-signs.ts'
import type { Word } from '../../../src/replies/care/read-words.ts'
import { readSignTable } from '../../../src/replies/care/sign-table.ts'
import { readThemes } from '../../../src/replies/care/themes.ts'
import { enoughOf, type Learnt, severalTogether, sumOf } from '../../../src/replies/care/weigh.ts'
import { LANGUAGES, readSentences } from './read-sentences.ts'

interface Example {
  language: string
  care: boolean
  text: string
  /** How much it counts. */
  weight: number
  /** A long one: if harmless, every few sentences of it are; if not, nobody said which ones tell. */
  isLetter: boolean
}

/** Twins are a harmless sentence and a telling one in nearly the same words: with full weight they drown plainer signs. */
const TWIN = 0.5

/** The share of harmless examples raised when what is enough is chosen. Two thirds were written to be hard, more than replies are. */
const RAISED_FALSELY = 0.08
const EPOCHS = 20
const STEP = 0.1
/** Pulls weights towards nothing, so that what was seen twice says little. */
const SHRINK = 0.001
const FOLDS = 5

function readExamples(): Example[] {
  const directory = join(import.meta.dirname, 'examples')
  const written = readdirSync(directory).flatMap((file) =>
    readFileSync(join(directory, file), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [label, , text = ''] = line.split('\t')
        const kind = { weight: file.includes('twins') ? TWIN : 1, isLetter: file.includes('letters') }
        return { language: file.slice(0, 2), care: label === 'care', text, ...kind }
      }),
  )
  const dev = readSentences().filter(({ part }) => part === 'dev')
  return [...dev.map((sentence) => ({ ...sentence, weight: 1, isLetter: false })), ...written]
}

export function fitWeights(file: string): void {
  const examples = readExamples()
  const tables = new Map(LANGUAGES.map((language) => [language, readSignTable(language)]))
  const themes = new Map(LANGUAGES.map((each) => [each, readThemes(each, tables.get(each)!.spelling)]))
  const rows = examples.map(({ text, language, care, weight, isLetter }): Row => {
    const words = wordsThatMayMean(text, tables.get(language)!)
    const featuresIn = (some: Word[]) => featuresOf(some, language, themes.get(language)!)
    const groups = severalTogether(words).map(featuresIn)
    const learntFrom = care ? (isLetter ? [] : [featuresIn(words)]) : groups
    return { groups, learntFrom, care, weight, isLetter }
  })
  const signs = examples.map(({ text }) => careBySigns(text).care)

  const sums = rows.map(() => 0)
  for (let fold = 0; fold < FOLDS; fold++) {
    const isOut = (index: number) => index % FOLDS === fold
    const model = learn(rows.filter((_, index) => !isOut(index)))
    rows.forEach(({ groups }, index) => {
      const more = enoughOf(groups.length, { ...model, enough: 0 })
      if (isOut(index)) sums[index] = Math.max(...groups.map((group) => sumOf(group, model))) - more
    })
  }
  const raisedAt = (enough: number, care: boolean, isLetter: boolean) => {
    const among = [...rows.keys()].filter((index) => {
      const row = rows[index]!
      return row.weight === 1 && row.care === care && row.isLetter === isLetter
    })
    return among.filter((index) => signs[index] || sums[index]! >= enough).length / among.length
  }
  const enough = [...sums].sort((a, b) => a - b).find((sum) => raisedAt(sum, false, false) <= RAISED_FALSELY)!
  console.log(`${examples.length} examples; by cross-validation, signs and weights together raise`)
  for (const [name, isLetter] of [['sentences', false] as const, ['letters', true] as const]) {
    const [care, harmless] = [raisedAt(enough, true, isLetter), raisedAt(enough, false, isLetter)]
    console.log(`of ${name}: ${care.toFixed(3)} of care, ${harmless.toFixed(3)} of the harmless`)
  }
  const model = rounded({ ...learn(rows), enough })
  writeFileSync(file, `${JSON.stringify(model)}\n`)
  console.log(`${Object.keys(model.weights).length} weights written`)
}

interface Row {
  /** Of every few sentences. */
  groups: Features[]
  /** What weights are learnt from: the whole where it is telling, every few sentences where it is harmless. */
  learntFrom: Features[]
  care: boolean
  weight: number
  isLetter: boolean
}

function learn(rows: Row[]): Learnt {
  const seen = new Map<string, number>()
  const examples = rows.flatMap(({ learntFrom, care, weight }) =>
    learntFrom.map((features) => ({ features, care, weight })),
  )
  for (const { features } of examples)
    for (const name of features.keys()) seen.set(name, (seen.get(name) ?? 0) + 1)
  const names = [...seen].filter(([, count]) => count > 2).map(([name]) => name)
  const indexOf = new Map(names.map((name, index) => [name, index]))
  const known = examples.map(({ features }) =>
    [...features.keys()].flatMap((name) => indexOf.get(name) ?? []),
  )
  const weights = new Float64Array(names.length)
  const squares = new Float64Array(names.length).fill(1e-6)
  let [bias, biasSquares] = [0, 1e-6]
  const order = examples.map((_, index) => index)
  const draw = drawer()
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, draw)
    for (const index of order) {
      const { care, weight } = examples[index]!
      const features = known[index]!
      const root = Math.sqrt(features.length || 1)
      const sum = bias + features.reduce((total, at) => total + weights[at]!, 0) / root
      const error = weight * (1 / (1 + Math.exp(-sum)) - (care ? 1 : 0))
      for (const at of features) {
        const slope = error / root + SHRINK * weights[at]!
        squares[at]! += slope * slope
        weights[at]! -= (STEP * slope) / Math.sqrt(squares[at]!)
      }
      biasSquares += error * error
      bias -= (STEP * error) / Math.sqrt(biasSquares)
    }
  }
  return { bias, enough: 0, weights: Object.fromEntries(names.map((name, at) => [name, weights[at]!])) }
}

const round = (value: number) => Math.round(value * 100) / 100
const rounded = ({ bias, enough, weights }: Learnt): Learnt => ({
  bias: round(bias),
  enough: round(enough),
  weights: Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, round(weight)])),
})

/** The same numbers every time (a linear congruential generator). */
function drawer() {
  let state = 7
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
}

function shuffle(list: number[], draw: () => number): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(draw() * (at + 1))
    ;[list[at], list[other]] = [list[other]!, list[at]!]
  }
}
