/** Time zones for a select, by region: "Europe" → "Berlin", …; a reader's own name for one that is not listed is kept. */
const ZONES = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].sort()

export function zonesByRegion(chosen?: string): [region: string, zones: { name: string; label: string }[]][] {
  const regions = new Map<string, { name: string; label: string }[]>()
  for (const name of chosen && !ZONES.includes(chosen) ? [chosen, ...ZONES] : ZONES) {
    const [region, ...rest] = name.split('/')
    const label = rest.length > 0 ? rest.join(', ').replaceAll('_', ' ') : name
    const key = rest.length > 0 ? region! : 'Other'
    regions.set(key, [...(regions.get(key) ?? []), { name, label }])
  }
  return [...regions]
}

/** Every half hour, and the given one. */
export function hours(chosen: string): string[] {
  const all = Array.from(
    { length: 48 },
    (_, i) => `${String(i >> 1).padStart(2, '0')}:${i % 2 ? '30' : '00'}`,
  )
  return [...new Set([...all, chosen])].sort()
}
