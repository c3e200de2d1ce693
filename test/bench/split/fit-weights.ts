/**
 * `node --import tsx test/bench/split/fit-weights.ts MANY FEW` prints the weights of src/articles/boundary-strength.ts:
 * a logistic regression of where headings stood in the articles of the folder MANY, and from there of those of FEW,
 * which are like what authors bring. Neither should be the folder that the bench measures on.
 */
import { languageOf } from '../../../src/articles/language.ts'
import { endsAsking, type Signs, signsBefore } from '../../../src/articles/signs.ts'
import { readCorpus } from './read-corpus.ts'
import { referenceOf, sentencesIn } from './reference.ts'

/** The signs at one gap, a 1 for the constant last, and whether a heading stood there. */
interface Gap {
  signs: number[]
  isHeading: boolean
  weight: number
}

let names: (keyof Signs)[] = []

function gapsIn(folder: string, weigh: (gaps: number) => number): Gap[] {
  return readCorpus(folder).flatMap(({ markdown }) => {
    const reference = referenceOf(markdown)
    if (!reference) return []
    const { blocks, parts } = reference
    const starts = new Set(parts.map((_, i) => parts.slice(0, i).reduce((a, b) => a + b, 0)))
    const all = signsBefore(blocks, languageOf(reference.markdown))
    names = Object.keys(all[0]!) as (keyof Signs)[]
    let sentences = 0
    return blocks.flatMap((block, i): Gap[] => {
      const isHeading = starts.has(sentences)
      sentences += sentencesIn(block)
      const before = blocks[i - 1]
      if (!before || endsAsking(before) || /[:：]$/.test(before.text)) return []
      return [{ signs: [...names.map((name) => all[i]![name]), 1], isHeading, weight: weigh(blocks.length) }]
    })
  })
}

/** Newton's method for the weights, held near `prior` by so much; the constant is free. */
function regress(gaps: Gap[], prior: number[], hold: number): number[] {
  const size = prior.length
  const held = prior.map((_, i) => (i === size - 1 ? 1e-6 : hold))
  let weights = [...prior]
  for (let round = 0; round < 30; round += 1) {
    const slope = weights.map((value, i) => held[i]! * (prior[i]! - value))
    const curve = weights.map((_, i) => weights.map((_, j) => (i === j ? held[i]! : 0)))
    for (const { signs, isHeading, weight } of gaps) {
      const odds = signs.reduce((sum, sign, i) => sum + sign * weights[i]!, 0)
      const chance = 1 / (1 + Math.exp(-odds))
      for (let i = 0; i < size; i += 1) {
        slope[i]! += weight * signs[i]! * (Number(isHeading) - chance)
        for (let j = 0; j < size; j += 1)
          curve[i]![j]! += weight * chance * (1 - chance) * signs[i]! * signs[j]!
      }
    }
    const step = solve(curve, slope)
    weights = weights.map((value, i) => value + step[i]!)
  }
  return weights
}

/** Gauss elimination of a positive definite system. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!])
  for (const [i, pivot] of rows.entries())
    for (const [j, row] of rows.entries()) {
      if (i === j) continue
      const factor = row[i]! / pivot[i]!
      for (let k = i; k < row.length; k += 1) row[k]! -= factor * pivot[k]!
    }
  return rows.map((row, i) => row.at(-1)! / row[i]!)
}

const [many, few] = process.argv.slice(2)
if (!many || !few)
  throw new Error(
    'Give two folders of Markdown articles, a large one and one of the kind that is to be split.',
  )
// A long document has many gaps that are alike; the articles of the kind that matters count in full.
const general = gapsIn(many, (gaps) => 1 / Math.sqrt(gaps))
const particular = gapsIn(few, () => 1)
const first = regress(general, new Array<number>(names.length + 1).fill(0), 3)
const weights = regress(particular, first, 7)
for (const [i, name] of [...names, 'USUAL'].entries()) console.log(`${name}: ${weights[i]!.toFixed(2)},`)
