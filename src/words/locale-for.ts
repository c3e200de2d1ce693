/**
 * The locale in which days and hours are written between the words of a course: always one the words are there for.
 * A tag with a region says it ("en-US": 7:00 am). Plain "en" follows the reader's zone, since that is where they live:
 * am and pm in North America, Australia and New Zealand, 24 hours elsewhere. "de" and "es" are 24 hours everywhere.
 */
import { hasWords } from './words.ts'

export function localeFor(language: string, timezone: string): string {
  if (!hasWords(language)) return localeFor('en', timezone)
  if (language.toLowerCase() !== 'en') return language
  if (/^(America|US|Canada)\//.test(timezone) || timezone === 'Pacific/Honolulu') return 'en-US'
  if (/^Australia\//.test(timezone)) return 'en-AU'
  if (timezone === 'Pacific/Auckland') return 'en-NZ'
  return 'en-GB'
}
