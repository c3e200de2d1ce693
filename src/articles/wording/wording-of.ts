import { en } from './en.ts'
import type { Wording } from './wording.ts'

const WORDINGS = new Map<string, Wording>([['en', en]])

/** What is known of a language's questions; undefined where nothing is. */
export const wordingOf = (language: string | undefined) =>
  language === undefined ? undefined : WORDINGS.get(language)
