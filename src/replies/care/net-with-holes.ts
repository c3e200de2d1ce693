/** What a page says beside replies marked *care*, so that nobody takes the mark for more than it is. */
export const NET_WITH_HOLES =
  'A net with holes: replies in English, German and Spanish are compared with phrases that people in distress use, and weighed by what was learnt from examples. Of sentences it had never seen it found five in six that a person should see first, nearly all that were said directly and two in three that were only hinted at, and it raised one harmless one in ten; in long letters it finds less. It diagnoses nothing. No mark does not mean that all is well.'

/** Beside the words that led to the mark. */
export const WHY_MARKED =
  'Marked because of these words. Read the whole reply before you decide what they mean.'

/** What the mark has set off, and what it has not. */
export const WHAT_IS_HELD =
  'Their next lesson is held until somebody here decides. Nothing has been answered automatically.'
