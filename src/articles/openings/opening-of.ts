import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import { ja } from './ja.ts'
import { nl } from './nl.ts'
import type { Opening, Openings } from './openings.ts'
import { pt } from './pt.ts'
import { ru } from './ru.ts'
import { wordsOf } from '../words.ts'
import { zh } from './zh.ts'

const ALL: Record<string, Openings> = { ar, de, en, es, fr, it, ja, nl, pt, ru, zh }

/** What the first words of a paragraph do; undefined where they do nothing that is known of the language. */
export function openingOf(text: string, language: string | undefined): Opening | undefined {
  const known = language === undefined ? undefined : compiled.get(language)
  const beginning = text
    .slice(0, 60)
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^\P{L}+/u, '')
  const found = known?.pattern.exec(beginning)?.[0]
  return found === undefined ? undefined : known?.opening.get(found)
}

/** How many of the words of a sentence tie it to what was said before, as a share of them all. */
export function linksIn(sentence: string, language: string | undefined): number {
  const known = language === undefined ? undefined : compiled.get(language)
  if (!known) return 0
  const text = sentence.toLowerCase().replaceAll('’', "'")
  return (text.match(known.links)?.length ?? 0) / Math.max(6, wordsOf(text).length)
}

const compiled = new Map(
  Object.entries(ALL).map(([language, openings]) => [language, compile(language, openings)]),
)

/** A longer phrase is tried before the shorter one that it begins with: "the same" before "the". */
function compile(language: string, openings: Openings) {
  const opening = new Map<string, Opening>()
  for (const kind of ['setting', 'ordering', 'continuing', 'pointing', 'answering'] as const)
    for (const phrase of openings[kind].split(/,\s*/)) opening.set(phrase, kind)
  const phrases = [...opening.keys()].sort((a, b) => b.length - a.length)
  const end = language === 'zh' || language === 'ja' ? '' : '(?![\\p{L}\\p{N}])'
  const links = openings.linking.split(/,\s*/).join('|')
  const begin = end && '(?<![\\p{L}\\p{N}])'
  return {
    pattern: new RegExp(`^(?:${phrases.join('|')})${end}`, 'u'),
    opening,
    links: new RegExp(`${begin}(?:${links})${end}`, 'gu'),
  }
}
