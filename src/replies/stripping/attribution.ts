import { isBlank, type Line, LONGEST_LINE, legible } from './line.ts'
import { ATTRIBUTION_START, endsAttribution, hasAddress, hasDate, hasDay, hasTime, WROTE } from './wrote.ts'

export interface Introduction {
  /** Its first line and the line after its last. */
  start: number
  end: number
}

/** Mail programs wrap a long attribution over so many lines at most. */
const WRAPPED = 4
const LONGEST = 340

/**
 * The line "On Monday, Ana wrote:" that ends at this line, in any of the languages of wrote.ts. It is looked for from
 * its end, and takes as few lines as it can: what stands above may be theirs.
 */
export function attributionEndingAt(
  lines: Line[],
  last: number,
  markedBelow: boolean,
): Introduction | undefined {
  const line = lines[last]!
  if (line.text.length > LONGEST_LINE) return undefined
  const end = legible(line.text)
  // Some programs leave the colon out.
  const bare = markedBelow && WROTE.test(end) && ATTRIBUTION_START.test(end) && hasDate(end) && hasTime(end)
  if (!endsAttribution(end) && !bare) return undefined
  for (let start = last; start > last - WRAPPED && start >= 0; start -= 1) {
    if (isBlank(lines[start]!) || lines[start]!.depth !== line.depth) return undefined
    if (lines[start]!.text.length > LONGEST_LINE) return undefined
    const text = textOf(lines, start, last)
    if (text.length > LONGEST) return undefined
    if (isSure(text) || (markedBelow && isLikely(text)))
      return { start: wholeFrom(lines, start, last), end: last + 1 }
  }
  return undefined
}

const textOf = (lines: Line[], start: number, last: number) =>
  lines
    .slice(start, last + 1)
    .map(({ text }) => legible(text))
    .join(' ')

/** Enough for what follows to be a quotation even where no line of it is marked. */
function isSure(text: string): boolean {
  const dated = hasDate(text) && hasTime(text)
  if (YOU_WROTE.test(text)) return hasDay(text)
  if (WROTE.test(text)) return hasAddress(text) || dated
  return hasAddress(text) && dated && ATTRIBUTION_START.test(text)
}

/** Said to us, it can only be about our words. */
const YOU_WROTE =
  /^.{4,60}(?:you wrote|schriebst du|schrieben sie|vous avez écrit|tu as écrit|escribiste|usted escribió|hai scritto|schreef je|schreef u)\s*:$/iu

/** With marked lines right below, less is enough: in any language a date, an address, or a name that wrote. */
function isLikely(text: string): boolean {
  if (WROTE.test(text)) return hasDay(text) || hasTime(text) || text.split(/\s+/).length <= 6
  return (hasDate(text) && (hasTime(text) || hasAddress(text))) || (hasAddress(text) && hasTime(text))
}

/** An attribution whose end alone would do may have begun some lines above: with its lead word, or with a name. */
function wholeFrom(lines: Line[], start: number, last: number): number {
  const first = legible(lines[start]!.text)
  if (/^\p{L}/u.test(first) && ATTRIBUTION_START.test(first) && hasDay(textOf(lines, start, last)))
    return start
  let begin = start
  for (let above = start - 1; above > last - WRAPPED && above >= 0; above -= 1) {
    if (lines[above]!.text.length > LONGEST_LINE) break
    const text = legible(lines[above]!.text)
    if (text === '' || lines[above]!.depth !== lines[last]!.depth || /[.!?…]["”]?$/.test(text)) break
    if (textOf(lines, above, last).length > LONGEST) break
    const begins = ATTRIBUTION_START.test(text)
      ? hasDay(text) || hasTime(text)
      : hasDate(text) && hasTime(text)
    const names = hasAddress(text) && (above === 0 || isBlank(lines[above - 1]!))
    if (begins || names) begin = above
  }
  return begin
}
