import type { Split } from './split-article.ts'

/** A split in the shape that scripts rely on. */
export const splitJson = ({ title, lessons, leftOut, warnings }: Split) => ({
  title,
  lessons: lessons.map(({ title, body, prompt, suggested, alternatives, words, minutes }) => ({
    title,
    body,
    prompt,
    suggested,
    alternatives,
    words,
    minutes,
  })),
  left_out: leftOut.map(({ text, reason }) => ({ text, reason })),
  warnings,
})
