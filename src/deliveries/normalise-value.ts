/**
 * A reader's value as one line of a mail: control characters, direction overrides and broken halves of characters
 * removed, whitespace runs (among them the zero-width space) collapsed to one space, trimmed. May be empty.
 */
export const normaliseValue = (value: string): string =>
  value
    .replace(/[\s\u200b]+/g, ' ')
    .replace(/[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim()
