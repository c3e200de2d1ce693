import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import { ja } from './ja.ts'
import { nl } from './nl.ts'
import { pl } from './pl.ts'
import { pt } from './pt.ts'
import { ru } from './ru.ts'
import type { Wording } from './wording.ts'
import { zh } from './zh.ts'

// Another language is one more file like these, and its code here.
const WORDINGS = new Map<string, Wording>(Object.entries({ ar, de, en, es, fr, it, ja, nl, pl, pt, ru, zh }))

/** What is known of a language's questions; undefined where nothing is. */
export const wordingOf = (language: string | undefined) =>
  language === undefined ? undefined : WORDINGS.get(language)
