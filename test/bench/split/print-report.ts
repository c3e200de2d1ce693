import { METHODS, type Measured, type Method } from './measure-boundaries.ts'
import type { FoundHeadings } from './measure-headings.ts'
import type { Speed } from './measure-speed.ts'

const BASELINES = METHODS.slice(1)

/** Pk and WindowDiff of each article and their mean, and how the mean stands to the best baseline's. */
export function boundaryReport({ measured, skipped }: { measured: Measured[]; skipped: string[] }): string {
  const lines = [
    'Boundaries: headings taken away, cut into as many parts as they made. Pk / WindowDiff over sentences,',
    "the window half the mean length of the article's own parts. Lower is better.",
    '',
  ]
  const nothing = skipped.length ? [`Without two sections, so not measured: ${skipped.join(', ')}.`, ''] : []
  if (measured.length === 0) return [...lines, ...nothing].join('\n')

  const cells = ({ errors }: Pick<Measured, 'errors'>) =>
    METHODS.map((method) => `${errors[method].pk.toFixed(3)} / ${errors[method].windowDiff.toFixed(3)}`)
  const mean = { errors: meanOf(measured) }
  lines.push(
    table([
      ['article', 'parts', ...METHODS],
      ...measured.map((each) => [each.name, String(each.parts), ...cells(each)]),
      ['mean', '', ...cells(mean)],
    ]),
    '',
  )
  for (const [measure, name] of [
    ['pk', 'Pk'],
    ['windowDiff', 'WindowDiff'],
  ] as const) {
    const best = BASELINES.reduce((a, b) => (mean.errors[b][measure] < mean.errors[a][measure] ? b : a))
    const ratio = mean.errors.lettercourse[measure] / mean.errors[best][measure]
    const aim = measure === 'pk' ? ` Aim: at most 0.667, ${ratio <= 2 / 3 ? 'reached' : 'missed'}.` : ''
    lines.push(`${name} is ${ratio.toFixed(3)} of the best baseline's (${best}).${aim}`)
  }
  return [...lines, '', ...nothing].join('\n')
}

function meanOf(measured: Measured[]): Measured['errors'] {
  const mean = (method: Method, measure: 'pk' | 'windowDiff') =>
    measured.reduce((sum, { errors }) => sum + errors[method][measure], 0) / measured.length
  return Object.fromEntries(
    METHODS.map((method) => [method, { pk: mean(method, 'pk'), windowDiff: mean(method, 'windowDiff') }]),
  ) as Measured['errors']
}

/** Precision, recall and F1 over the headings of all articles together, and what was missed or wrongly taken for one. */
export function headingReport(articles: FoundHeadings[]): string {
  const all = (key: 'written' | 'found' | 'right') => articles.reduce((sum, each) => sum + each[key], 0)
  const row = (name: string, written: number, found: number, right: number) => {
    const f1 = written + found === 0 ? 1 : (2 * right) / (written + found)
    return [name, String(written), share(right, found), share(right, written), f1.toFixed(3)]
  }
  const f1 = (2 * all('right')) / Math.max(1, all('written') + all('found'))
  return [
    'Headings found in plain text: markup taken away, titles left standing.',
    '',
    table([
      ['article', 'headings', 'precision', 'recall', 'F1'],
      ...articles.map((each) => row(each.name, each.written, each.found, each.right)),
      row('all', all('written'), all('found'), all('right')),
    ]),
    '',
    ...articles.flatMap(({ name, missed, wrong }) => [
      ...missed.map((text) => `${name}: missed "${text}"`),
      ...wrong.map((text) => `${name}: no heading is "${text}"`),
    ]),
    `F1 is ${f1.toFixed(3)}. Aim: at least 0.95, ${f1 >= 0.95 ? 'reached' : 'missed'}.`,
    '',
  ].join('\n')
}

const AIM_MS = 300

/** How long a split takes, and what a word costs in a long text against a short one. */
export function speedReport(speeds: Speed[]): string {
  const [short, long] = [speeds[0]!, speeds.at(-1)!]
  const perWord = ({ words, milliseconds }: Speed) => milliseconds / words
  return [
    ...speeds.map(({ words, milliseconds }) => `${words} words are split in ${Math.round(milliseconds)} ms.`),
    `Aim: under ${AIM_MS} ms for some ten thousand words, ${short.milliseconds < AIM_MS ? 'reached' : 'missed'} on this machine.`,
    `A word of the long text takes ${(perWord(long) / perWord(short)).toFixed(2)} times as long as one of the short.`,
  ].join('\n')
}

const share = (part: number, whole: number) => (whole === 0 ? '-' : (part / whole).toFixed(3))

/** Columns as wide as their widest cell, the first to the left and the others to the right. */
function table(rows: string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows
    .map((row) =>
      row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  '),
    )
    .join('\n')
}
