/** What a page says beside replies marked *care*, so that nobody takes the mark for more than it is. */
export const NET_WITH_HOLES =
  'A net with holes: replies are compared with a list of phrases, in English, German and Spanish. It misses what is not on the list, it is sometimes mistaken, and it diagnoses nothing. No mark does not mean that all is well.'

/** Beside the words that led to the mark. */
export const WHY_MARKED =
  'Marked because of these words. Read the whole reply before you decide what they mean.'

/** What the mark has set off, and what it has not. */
export const WHAT_IS_HELD =
  'Their next lesson is held until somebody here decides. Nothing has been answered automatically.'
