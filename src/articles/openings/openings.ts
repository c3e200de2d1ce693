/**
 * How paragraphs begin in one language, as far as it tells whether a new part of an article begins with them. Lists of
 * words or phrases in lower case, with ' for every apostrophe, set apart by commas.
 */
export interface Openings {
  /** Goes on with what was said: "But", "For example", "In other words". */
  continuing: string
  /** Points at what was said, and is not understood without it: "This", "She", "Their". */
  pointing: string
  /** Takes the next of several: "Second", "Another", "Finally". */
  ordering: string
  /** Sets another time or scene: "After", "The next morning", "By April", "Imagine". */
  setting: string
  /** Answers a question that may have been the heading: "Yes", "It depends". */
  answering: string
  /** Ties a sentence to what was said, wherever in it: "also", "instead", "the same", "they". */
  linking: string
}

export type Opening = Exclude<keyof Openings, 'linking'>
