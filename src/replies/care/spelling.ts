/** How words of one language may be written, and what they are compared as. */
export interface Spelling {
  /** A word as it stands → the words it is read as: folded, mended, written out. */
  writtenOut(raw: string): string[]
  /** Whether letters put together spell a word that signs turn on. */
  isTelling(raw: string): boolean
  /** Words such as "and" and "because", behind which a "not" no longer holds. */
  joins(word: string): boolean
}

export interface SpellingTable {
  language: string
  /** What is short for what: `don't` → `do not`. Also real words that are one letter from a telling one, as themselves. */
  short: Map<string, string[]>
  /** Words that are often masked or misspelt: `suicide`. */
  telling: string[]
  joining: Set<string>
  /** Every other word that the signs are made of. */
  vocabulary: Set<string>
}

export function spellingOf(table: SpellingTable): Spelling {
  const fold = (raw: string) => foldWord(raw, table.language)
  const telling = new Set(table.telling)
  const slips = slipsOf(new Set([...table.vocabulary, ...table.telling]), table.short)
  const mend = (word: string): string => {
    if (telling.has(word) || table.vocabulary.has(word)) return word
    return unmask(word, table.telling) ?? slips.get(word) ?? nearest(word, table.telling) ?? word
  }
  const known = new Map<string, string[]>()
  return {
    joins: (word) => table.joining.has(word),
    isTelling: (raw) => telling.has(fold(raw)) || telling.has(unlengthened(fold(raw))),
    writtenOut(raw) {
      if (raw.length > LONGEST) return [raw]
      const before = known.get(raw)
      if (before) return before
      const word = fold(raw)
      const bare = word.replaceAll("'", '')
      const short = unlengthened(bare)
      const written = table.short.get(word) ??
        table.short.get(bare) ??
        table.short.get(short) ?? [mend(short)]
      if (known.size < REMEMBERED) known.set(raw, written)
      return written
    },
  }
}

/** What is longer is no word of anybody's. */
const LONGEST = 40
/** Words whose reading is kept, so that common ones are worked out once. */
const REMEMBERED = 20_000

/** Lower case without accents. In German "ä" and "ae" become the same, as do "ß" and "ss". */
export function foldWord(raw: string, language: string): string {
  const plain = raw
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[’‘ʼ`´]/g, "'")
    .replaceAll('ß', 'ss')
  return language === 'de' ? plain.replace(/([aou])e/g, '$1') : plain
}

/** "dieeee" is "die"; two of a letter may be meant. */
const unlengthened = (word: string) => word.replace(/(\p{L})\1{2,}/gu, '$1')

const MASKS: Record<string, string> = {
  '1': 'i',
  '!': 'i',
  '|': 'i',
  '0': 'o',
  '3': 'e',
  '4': 'a',
  '@': 'a',
  $: 's',
  '5': 's',
}

/** "k*ll", "su1cide": the one telling word it can stand for. */
function unmask(word: string, telling: string[]): string | undefined {
  if (!/[*#!|@$0-9]/.test(word) || !/\p{L}/u.test(word)) return undefined
  const letters = [...word].map((letter) => (/[*#]/.test(letter) ? '.' : (MASKS[letter] ?? letter))).join('')
  if (!/^[\p{L}.]+$/u.test(letters)) return undefined
  const pattern = new RegExp(`^${letters.replace(/\.+/g, '\\p{L}{1,4}')}$`, 'u')
  return telling.find((candidate) => pattern.test(candidate))
}

/** Slips of the finger that hardly ever give another word: two letters swapped; in long words one left out or doubled. */
function slipsOf(words: Set<string>, real: Map<string, string[]>): Map<string, string> {
  const slips = new Map<string, string>()
  const add = (slip: string, word: string) => {
    if (!words.has(slip) && !real.has(slip)) slips.set(slip, word)
  }
  for (const word of words) {
    for (let at = 1; at < word.length; at++) {
      const [before, here, next, after] = [word.slice(0, at), word[at]!, word[at + 1], word.slice(at + 2)]
      if (word.length >= 5 && next) add(before + next + here + after, word)
      if (word.length >= 7) add(before + (next ?? '') + after, word)
      if (word.length >= 7) add(before + here + here + (next ?? '') + after, word)
    }
  }
  return slips
}

/** A telling word of six letters or more with one letter wrong: "suiside". */
function nearest(word: string, telling: string[]): string | undefined {
  if (word.length < 5) return undefined
  return telling.find(
    (candidate) => candidate.length >= 6 && word[0] === candidate[0] && oneApart(word, candidate),
  )
}

function oneApart(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  const [rest, others] = [one.slice(at), other.slice(at)]
  return rest.slice(1) === others.slice(1) || rest.slice(1) === others || rest === others.slice(1)
}
