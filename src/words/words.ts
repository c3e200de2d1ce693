/**
 * Every word a reader is told, in one catalogue a language: mails, sign-up, their own page. Sentences with values in
 * them are functions, since word order differs. The studio, which authors use, is in English.
 */
import { signup as signupDe } from './de/signup.ts'
import { me as meDe } from './de/me.ts'
import { mails as mailsDe } from './de/mails.ts'
import { mails as mailsEn } from './en/mails.ts'
import { me as meEn } from './en/me.ts'
import { signup as signupEn } from './en/signup.ts'
import { mails as mailsEs } from './es/mails.ts'
import { me as meEs } from './es/me.ts'
import { signup as signupEs } from './es/signup.ts'

export interface Words {
  mails: typeof mailsEn
  signup: typeof signupEn
  me: typeof meEn
}

const catalogues: Record<string, Words> = {
  en: { mails: mailsEn, signup: signupEn, me: meEn },
  de: { mails: mailsDe, signup: signupDe, me: meDe },
  es: { mails: mailsEs, signup: signupEs, me: meEs },
}

/** The words for a course in `language` (BCP 47, such as "de" or "pt-BR"); English where there is no catalogue. */
export const wordsFor = (language: string): Words =>
  catalogues[primaryOf(language)] ?? (catalogues.en as Words)

/** Whether readers are spoken to in this language itself, and not in English for want of it. */
export const hasWords = (language: string): boolean => Object.hasOwn(catalogues, primaryOf(language))

/** Languages the words are there for. */
export const LANGUAGES = Object.keys(catalogues)

const RIGHT_TO_LEFT = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** Which way a text in `language` runs. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(primaryOf(language)) ? 'rtl' : 'ltr'

const primaryOf = (language: string) => language.toLowerCase().split('-')[0] ?? ''
