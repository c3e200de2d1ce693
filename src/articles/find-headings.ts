import { isByline } from './byline.ts'
import { ELSEWHERE, PICTURE_CREDIT, SHARE_BAR } from './matter-phrases.ts'
import type { FoundHeading } from './article.ts'
import { type Habits, type Line, weigh } from './heading-evidence.ts'
import { lettersIn, type Paragraph } from './paragraphs.ts'
import { seriesIn } from './series.ts'

/**
 * Which paragraphs of a text without markup are headings, by place. Every lone short line is weighed with what stands
 * around it; those that are as likely a heading as not, or likelier, are returned.
 */
export function findHeadings(paragraphs: Paragraph[]): Map<number, FoundHeading> {
  const series = seriesIn(
    paragraphs.map(({ lines, text }, place) => ({
      place,
      text: lines.length > 1 ? '' : text,
      isShort: lettersIn(text) <= LONGEST,
    })),
  )
  const places = paragraphs.flatMap((_, i) => (mayBeHeading(paragraphs, i, series.get(i)) ? [i] : []))
  const usual = habitsOf(paragraphs, new Set(places))
  const lines = linesAt(paragraphs, places, series)
  const alone = lines.map(([, line]) => weigh(line, usual))
  const sure = alone.filter(({ confidence }) => confidence >= 0.7).length
  return new Map(
    lines.flatMap(([i, line], at): [number, FoundHeading][] => {
      const others = sure - (alone[at]!.confidence >= 0.7 ? 1 : 0)
      const found = weigh({ ...line, others }, usual)
      return found.confidence >= 0.5 ? [[i, { text: line.text, ...found }]] : []
    }),
  )
}

const LONGEST = 130
const LONGEST_QUESTION = 200

/** One short line with something below it, and not at a glance something else: a sentence, speech, a list's item. */
function mayBeHeading(paragraphs: Paragraph[], i: number, series: 'apart' | 'together' | undefined): boolean {
  const { kind, lines, text, underlined } = paragraphs[i]!
  if (i === 0 || i === paragraphs.length - 1 || lines.length > 1) return false
  if (
    lettersIn(text) > (isAsked(paragraphs[i]!) ? LONGEST_QUESTION : LONGEST) ||
    !/[\p{L}\p{N}]/u.test(text) ||
    series === 'together'
  )
    return false
  if (underlined || series === 'apart') return true
  return (
    kind === 'text' &&
    !SENTENCE.test(text) &&
    !LEADS_IN.test(text) &&
    !SPEECH.test(text) &&
    !isFurniture(text)
  )
}

const SENTENCE = /(?:(?<!\.\.)[.。．｡।۔։።]|[,;،、，；])["'”’»›」』)\]]*$/u
const LEADS_IN = /(?:\s\S+){3,}[:：]$/u
const SPEECH = /^[—–―-]|^["“„«‹「『][^"“”„«»‹›「」『』]*["”“»›」』][.!?]?$/u

/** What the first paragraph has to be to be the title. */
export const looksLikeTitle = ({ text, kind, lines, underlined }: Paragraph) =>
  kind === 'text' &&
  lines.length === 1 &&
  lettersIn(text) <= 140 &&
  (underlined || !/[.,;:。、，：]$/.test(text)) &&
  !isFurniture(text)

/** Lone lines that pages have and that open nothing: an address, a byline, a date, a picture's caption. */
const isFurniture = (text: string) =>
  isByline(text) ||
  PICTURE_CREDIT.test(text) ||
  SHARE_BAR.test(text) ||
  ELSEWHERE.test(text) ||
  /^(?:https?:|www\.)|\S@\S/.test(text) ||
  CAPTION.test(text)

const CAPTION =
  /^(?:\[|(?:figure|fig|table|source|abb|abbildung|tabelle|quelle|fuente|figura|tabla|tableau|tags?|categor\w+)\b\.?\s*(?:[:：©]|\d))/iu

function linesAt(
  paragraphs: Paragraph[],
  places: number[],
  series: Map<number, 'apart' | 'together'>,
): [number, Line][] {
  const short = new Set(places)
  const same = countBy(places.map((i) => paragraphs[i]!.text))
  const lengths = paragraphs.map(({ text }) => lettersIn(text))
  const questions = places.filter((i) => isAsked(paragraphs[i]!) && !short.has(i + 1)).length
  return runsOf(places).flatMap((run, r, runs) => {
    const opens = sum(lengths.slice(run.at(-1)! + 1, runs[r + 1]?.[0]))
    return run.map((i): [number, Line] => [
      i,
      {
        text: paragraphs[i]!.text,
        paragraph: paragraphs[i]!,
        before: paragraphs[i - 1],
        after: paragraphs[i + 1]!,
        length: lengths[i]!,
        words: paragraphs[i]!.text.split(/\s+/).length,
        capitals: capitalsIn(paragraphs[i]!.text),
        series: series.get(i),
        run: run.length,
        opens,
        questions,
        isTurn: isTurn(paragraphs, i),
        same: same.get(paragraphs[i]!.text)! - 1,
        others: undefined,
      },
    ])
  })
}

/** "Q: …" over "A: …", or one name over another. */
function isTurn(paragraphs: Paragraph[], i: number): boolean {
  const [own, next] = [paragraphs[i]!, paragraphs[i + 1]!].map(({ text }) => LABEL.exec(text)?.[1])
  return own !== undefined && next !== undefined && own !== next
}

const LABEL = /^(\p{L}[\p{L}.]*(?: \p{L}+)?)\s?[:：]\s?\S/u

/** Places that follow one another directly, together. */
function runsOf(places: number[]): number[][] {
  const runs: number[][] = []
  for (const place of places) {
    const run = runs.at(-1)
    if (run?.at(-1) === place - 1) run.push(place)
    else runs.push([place])
  }
  return runs
}

function habitsOf(paragraphs: Paragraph[], places: Set<number>): Habits {
  const body = paragraphs.filter((paragraph, i) => paragraph.kind === 'text' && !places.has(i))
  const texts = body.map(({ text }) => text)
  return {
    length: median(texts.map(lettersIn)) ?? 200,
    stopped: share(texts, (text) => /[.!?…。！？؟।۔։።]["'”’»›」』)\]]*$/u.test(text)),
    capitals: capitalsIn(texts.map((text) => text.replace(/(?:^|[.!?:…]\s)\S+/g, '')).join(' ')) ?? 0,
    short: paragraphs.length > 0 ? places.size / paragraphs.length : 0,
    gap: median(body.slice(1).map(({ gap }) => gap)) ?? 1,
  }
}

/** Of words of four letters or more, since titles leave "of" and "the" small; undefined where there are none. */
function capitalsIn(text: string): number | undefined {
  const words = text.match(/(?<![\p{L}\p{N}'’])[\p{Lu}\p{Ll}][\p{L}\p{M}'’]{3,}/gu) ?? []
  return words.length > 0 ? share(words, (word) => /^\p{Lu}/u.test(word)) : undefined
}

const isAsked = ({ text }: Paragraph) => /[?？؟]["'”’»」』)]*$/u.test(text)

function countBy(texts: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)
const share = <T>(all: T[], holds: (each: T) => boolean) =>
  all.length > 0 ? all.filter(holds).length / all.length : 1

function median(numbers: number[]): number | undefined {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
}
