/**
 * A text part without its line breaks and the marks that begin a quoted line: a compiled mail is wrapped around markers and a rendered
 * one around names, and what has to be the same is every word.
 */
export const unwrapped = (text: string): string => text.replace(/[\s>\u200b]+/g, '')
