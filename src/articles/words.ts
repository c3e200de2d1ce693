/** A comfortable pace for a mail that asks for some thought. */
export const WORDS_PER_MINUTE = 230

const DENSE =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー'
/** Scripts that write words without spaces between them. */
export const WITHOUT_SPACES = new RegExp(`[${DENSE}]`, 'u')
const RUN = new RegExp(`[${DENSE}\\p{M}]+`, 'gu')
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{M}]+)*/gu
const words = new Intl.Segmenter(undefined, { granularity: 'word' })
const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' })

/** The words of a text as they are written, without what stands between them. "Self-image" is two, "don't" is one. */
export function wordsOf(text: string): string[] {
  if (!WITHOUT_SPACES.test(text)) return text.match(WORD) ?? []
  return text.replace(RUN, (run) => ` ${denseWords(run).join(' ')} `).match(WORD) ?? []
}

/** Words as a reader would count them; scripts that write none apart are counted by the dictionary. */
export function countWords(text: string): number {
  if (!WITHOUT_SPACES.test(text)) return text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0
  let count = 0
  const rest = text.replace(RUN, (run) => {
    count += denseWords(run).length
    return ' '
  })
  return count + countWords(rest)
}

/** V8 copies the whole text for every word that it finds in it, so it is given no more than a long sentence at once. */
function denseWords(run: string): string[] {
  const found: string[] = []
  for (let from = 0; from < run.length; from += 500)
    for (const part of words.segment(run.slice(from, from + 500)))
      if (part.isWordLike) found.push(part.segment)
  return found
}

/** Minutes of reading, to one decimal, never 0 for a text that has a word. */
export function minutesOf(wordCount: number): number {
  return wordCount === 0 ? 0 : Math.max(0.1, Math.round((wordCount / WORDS_PER_MINUTE) * 10) / 10)
}

const ABBREVIATION =
  /(?:^|[\s(“"'])(?:Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr|Rev|vs|etc|e\.g|i\.e|cf|No|Nr|Fig|ca|approx|[A-Z])\.["”’)]*\s+$/u

/** Where sentences begin in `text`, 0 first. ICU ends one after "Dr." and before "he said"; those are joined again. */
export function sentenceStarts(text: string): number[] {
  const starts = [0]
  for (const index of breaksIn(text)) {
    const before = text.slice(Math.max(0, index - 12), index)
    if (!ABBREVIATION.test(before) && !/^\p{Ll}/u.test(text.slice(index, index + 2))) starts.push(index)
  }
  return starts
}

const WINDOW = 2000

/** ICU's sentence breaks. V8 takes the square of the length for them, so a long text is given in windows. */
function* breaksIn(text: string): Generator<number> {
  for (let from = 0; from < text.length; ) {
    const isLast = from + WINDOW >= text.length
    const breaks = [...sentences.segment(text.slice(from, from + WINDOW))]
      .map(({ index }) => from + index)
      .slice(1)
    yield* breaks
    // The last sentence of a window may go on after it: the next window begins with that sentence.
    from = isLast ? text.length : (breaks.at(-1) ?? from + WINDOW)
  }
}

/** The sentences of `text`, trimmed. */
export function sentencesOf(text: string): string[] {
  const starts = sentenceStarts(text)
  return starts
    .map((start, i) => text.slice(start, starts[i + 1]).trim())
    .filter((sentence) => sentence !== '')
}
