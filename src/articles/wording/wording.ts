/** What a lesson's theme is, grammatically: it decides which sentences it can be put into. */
export type Form =
  /** A thing to do, as it follows "to": "listen to yourself". It stands without quotation marks. */
  | 'action'
  /** "When you cannot sleep": it stands at the head of the question. */
  | 'occasion'
  /** A sentence of the text, with its full stop. */
  | 'statement'
  /** Any words that name what the lesson is about, where the text speaks to its reader. */
  | 'topic'
  /** The same, in a story. */
  | 'story'
  /** The same, in a text that explains something. */
  | 'facts'
  /** The title of the whole course, for the lesson that opens it. */
  | 'opening'
  /** No theme: the lesson is questions and their answers. */
  | 'answers'

/** What many articles are about, by the words that show it, and what its readers may be asked about themselves. */
export interface Subject {
  words: RegExp
  asks: string[]
}

/**
 * What a language has to say about questions and phrases. The expressions are matched against text whose apostrophes
 * are straight and whose spaces are plain. What a language leaves out is not judged in it.
 */
export interface Wording {
  /** Speaks to the reader. */
  reader: RegExp
  /** Speaks of the writer; in a question, it is asked by a reader of the writer. */
  speaker: RegExp
  /** Speaks of all of us. */
  us?: RegExp
  /** Somebody in a story. */
  someone?: RegExp
  /** Polite and familiar address, where there are two. */
  formal?: RegExp
  familiar?: RegExp

  /** How every question begins that is more than a fragment. */
  asks?: RegExp
  /** How a question begins that yes and no do not answer. */
  open: RegExp
  /** What only somebody's own life can answer. */
  inner: RegExp
  /** Points back at a text that is not there once the question stands alone. */
  loose: RegExp
  /** Asks how a thing is done, by anybody. */
  generic?: RegExp
  /** A figure of speech that wants no answer. */
  hollow: RegExp
  /** Wants the reader to click, comment, buy or write in. */
  errand: RegExp
  /** Somebody says or asks something. */
  reports?: RegExp
  /** Tells the reader to take up the question that follows. */
  invites: RegExp
  /** How an answer begins that follows at once. */
  answers?: RegExp
  /** Words at the beginning of a question that tie it to the sentence before. */
  lead: RegExp

  /** A passage for somebody in danger, which is not there to be discussed. */
  danger: RegExp

  /** Words no phrase can begin with once it stands alone. */
  tied: RegExp
  /** Words that after a comma hang a clause on the one before, though a sentence may begin with them. */
  relative?: RegExp
  /** Words no phrase can end with. */
  unfinished: RegExp
  /** Words before which a long sentence may be left. */
  turns?: RegExp

  /** The heading as it follows "to", if it tells the reader to do something. */
  action?: (heading: string) => string | undefined
  /** Is a clause such as "When you cannot sleep". */
  occasion?: RegExp
  /** Is a whole sentence. */
  statement?: RegExp
  /** A heading that says nothing about its lesson: "Conclusion", "Part 3". */
  empty: RegExp
  /** Where a heading's number ends, beyond "3." and "IV.": "Step 3:". */
  number?: RegExp

  /** The more particular ones first. */
  subjects?: Subject[]

  /** `{}` is the theme; `{dir|Ihnen}` is what a familiar text says and what a polite one does. */
  prompts: Partial<Record<Form, string[]>> & Record<'topic' | 'statement', string[]>
}

const LETTER = '[\\p{L}\\p{N}\\p{M}]'

/** Has any of these as a whole word. In all four a line or a | parts them, and * is any ending of a word. */
export const has = (strings: TemplateStringsArray) =>
  new RegExp(`(?<!${LETTER})(?:${anyOf(strings)})(?!${LETTER})`, 'iu')

/** Begins with any of these. */
export const begins = (strings: TemplateStringsArray) =>
  new RegExp(`^(?:${anyOf(strings)})(?!${LETTER})`, 'iu')

/** Ends with any of these. */
export const ends = (strings: TemplateStringsArray) =>
  new RegExp(`(?<!${LETTER})(?:${anyOf(strings)})$`, 'iu')

/** Is one of these and nothing else. */
export const is = (strings: TemplateStringsArray) => new RegExp(`^(?:${anyOf(strings)})$`, 'iu')

const anyOf = (strings: TemplateStringsArray) => alternatives(lines(strings).join(' | '))

/** "griev* | loss" as an expression. Arabic is matched with and without its vowel signs. */
export const alternatives = (words: string) =>
  words
    .split(/\s+\|\s+/)
    .map((word) =>
      word.replace(/(?<=\p{L})\*/gu, '\\p{L}*').replace(/[\u0621-\u064a]/g, '$&[\\u064b-\\u0652]*'),
    )
    .join('|')

/** The lines of a text, without those that are empty. */
export const lines = (strings: TemplateStringsArray) =>
  strings.raw[0]!.split('\n')
    .map((line) => line.trim().replace(/\s*\|$/, ''))
    .filter((line) => line !== '')
