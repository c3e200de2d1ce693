/** A comfortable pace for a mail that asks for some thought. */
export const WORDS_PER_MINUTE = 230

/** Scripts that write words without spaces between them. */
export const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u
const words = new Intl.Segmenter(undefined, { granularity: 'word' })
const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' })

/** The words of a text as they are written, without what stands between them. "Self-image" is two, "don't" is one. */
export function wordsOf(text: string): string[] {
  if (!WITHOUT_SPACES.test(text)) return text.match(WORD) ?? []
  return [...words.segment(text)].filter((part) => part.isWordLike).map((part) => part.segment)
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{M}]+)*/gu

/** Words as a reader would count them; scripts that write none apart are counted by the dictionary. */
export function countWords(text: string): number {
  if (WITHOUT_SPACES.test(text)) {
    let count = 0
    for (const part of words.segment(text)) if (part.isWordLike) count += 1
    return count
  }
  return text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0
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
