/** Scripts without spaces between words: every character stands for itself. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu
const NO_WORDS =
  /https?:\/\/\S+|www\.\S+|<[^<>\s]*[@/.][^<>\s]*>|\[(?:image|cid|inline image|message clipped|quoted text hidden|[.…]{1,3}\])[^\]]{0,120}\]?|[^\s@<>]{1,64}@[^\s@<>]{1,255}/giu

export interface Word {
  /** Lower case, without accents that programs compose differently. */
  form: string
  /** Where it stands in the text. */
  start: number
  end: number
}

/** The words of a text as they can be compared whatever a mail program did to quotes, dashes, links and emphasis. */
export function wordsIn(text: string): Word[] {
  // Links and notes of programs are blotted out in place, so that positions stay those of the text.
  const plain = text.replace(NO_WORDS, (match) => ' '.repeat(match.length))
  const words: Word[] = []
  for (const match of plain.matchAll(WORD)) {
    const start = match.index
    words.push({ form: match[0].normalize('NFKC').toLowerCase(), start, end: start + match[0].length })
  }
  return words
}
