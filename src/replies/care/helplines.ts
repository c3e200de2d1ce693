import { z } from 'zod'
import file from './helplines.json' with { type: 'json' }
import zones from './zone-countries.json' with { type: 'json' }

const helpline = z.strictObject({
  name: z.string().min(1),
  /** As it is dialled in the country. */
  phone: z.string().min(2).optional(),
  /** How to write to it: "HOME to 741741". */
  text: z.string().min(1).optional(),
  /** Its own page. */
  web: z.url().optional(),
  hours: z.string().min(1),
  /** Languages spoken, ISO 639-1. */
  languages: z.array(z.string().length(2)).min(1),
  /** Who it is for, where that is not anybody in distress: "women who suffer violence". */
  about: z.string().min(1).optional(),
  /** Where the service itself publishes its number, and the day it was last looked up (docs/decisions/0013-care.md says how). */
  source: z.url(),
  checked: z.iso.date(),
})
const country = z.strictObject({
  name: z.string().min(1),
  emergency: z.string().min(2),
  helplines: z.array(helpline).min(1),
})

export type Helpline = z.infer<typeof helpline>

export interface HelplinesOfCountry {
  /** ISO 3166; undefined where the zone belongs to no country, as UTC does. */
  country: string | undefined
  /** Name and emergency number are undefined where we know no line. */
  countryName: string | undefined
  emergency: string | undefined
  helplines: Helpline[]
  /** Lines in the rest of the world, by country. */
  fallback: string
}

const FALLBACK = 'https://findahelpline.com'

export const allHelplines = z.record(z.string().regex(/^[A-Z]{2}$/), country).parse(file)

/** Where somebody in this IANA zone can call, as far as known: the zone tells the country, not where they are today. */
export function helplinesFor(timezone: string): HelplinesOfCountry {
  const code = (zones as Record<string, string>)[timezone]
  const found = code ? allHelplines[code] : undefined
  return {
    country: code,
    countryName: found?.name,
    emergency: found?.emergency,
    helplines: found?.helplines ?? [],
    fallback: FALLBACK,
  }
}

/** After this many days a number is to be looked up again: 18 months. */
const GOOD_FOR_DAYS = 548

/** Lines whose numbers were last checked more than 18 months before `now`. */
export function helplinesToCheck(now: Date): { country: string; name: string; checked: string }[] {
  const oldest = new Date(now.getTime() - GOOD_FOR_DAYS * 86_400_000).toISOString().slice(0, 10)
  return Object.entries(allHelplines).flatMap(([country, { helplines }]) =>
    helplines
      .filter(({ checked }) => checked < oldest)
      .map(({ name, checked }) => ({ country, name, checked })),
  )
}
