import { wordsFor } from '../../words/words.ts'

/** Time zones for a select, by region: "Europe" → "Berlin", …; a reader's own name for one that is not listed is kept. */
const ZONES = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].sort()

type Region = [region: string, zones: { name: string; label: string }[]]

export function zonesByRegion(chosen?: string, language = 'en'): Region[] {
  const { regions: names } = wordsFor(language).signup
  const regions = new Map<string, { name: string; label: string }[]>()
  for (const name of chosen && !ZONES.includes(chosen) ? [chosen, ...ZONES] : ZONES) {
    const [region, ...rest] = name.split('/')
    const label = rest.length > 0 ? rest.join(', ').replaceAll('_', ' ') : name
    const key = rest.length > 0 ? region! : 'Other'
    regions.set(key, [...(regions.get(key) ?? []), { name, label }])
  }
  return [...regions].map(([region, zones]) => [names[region] ?? region, zones])
}

/** The city of a zone, as in "Berlin time". */
export const placeOf = (zone: string): string => zone.split('/').at(-1)!.replaceAll('_', ' ')

/** Every half hour, and the given one. */
export function hours(chosen: string): string[] {
  const all = Array.from(
    { length: 48 },
    (_, i) => `${String(i >> 1).padStart(2, '0')}:${i % 2 ? '30' : '00'}`,
  )
  return [...new Set([...all, chosen])].sort()
}
