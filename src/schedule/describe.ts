import { localDay } from './local-time.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/**
 * An instant as a reader says it, in their zone: "Tuesday, 8 December, at 08:00". English is put together here, since
 * `Intl` leaves out the commas; other languages as `Intl` writes them.
 */
export function describeWhen(instant: Date, timezone: string, locale = 'en-GB'): string {
  const weekday = { weekday: 'long' } as const
  const date = { day: 'numeric', month: 'long' } as const
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const say = (options: Intl.DateTimeFormatOptions) => formatOf(timezone, locale, options).format(instant)
  if (!/^en\b/i.test(locale)) return say({ ...weekday, ...date, ...time })
  return `${say(weekday)}, ${say(date)}, at ${say(time)}`
}

export interface WhenParts {
  /** "today" or "tomorrow" in the locale's words, in the reader's zone; null for any other day */
  relative: string | null
  weekday: string
  /** such as "8 December" */
  date: string
  /** such as "7:00" or "7:00 am" */
  time: string
}

/** An instant as told to a reader at `from`, in pieces that the words of a language put together. */
export function whenParts(instant: Date, from: Date, timezone: string, locale: string): WhenParts {
  const say = (options: Intl.DateTimeFormatOptions) => formatOf(timezone, locale, options).format(instant)
  const days = (Date.parse(localDay(instant, timezone)) - Date.parse(localDay(from, timezone))) / 86_400_000
  return {
    relative: days === 0 || days === 1 ? relativeOf(locale).format(days, 'day') : null,
    weekday: say({ weekday: 'long' }),
    date: say({ day: 'numeric', month: 'long' }),
    time: tidyTime(say({ hour: 'numeric', minute: '2-digit' })),
  }
}

/** A wall-clock time (`HH:MM`) as the locale says it: "7:00", "7:00 am". */
export function sayTime(time: string, locale: string): string {
  return tidyTime(
    formatOf('UTC', locale, { hour: 'numeric', minute: '2-digit' }).format(
      new Date(`2026-01-01T${time}:00Z`),
    ),
  )
}

/** A day such as "23 November 2026". */
export function sayDay(instant: Date, timezone: string, locale: string): string {
  return formatOf(timezone, locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(instant)
}

/** "07:00" is "7:00", "7:00\u202fAM" is "7:00 am". */
const tidyTime = (time: string) =>
  time
    .replace(/^0(?=\d:)/, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([ap])\.? ?m\.?$/i, (_, half: string) => ` ${half.toLowerCase()}m`)

const relatives = new Map<string, Intl.RelativeTimeFormat>()

function relativeOf(locale: string): Intl.RelativeTimeFormat {
  let format = relatives.get(locale)
  if (!format) {
    format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
    relatives.set(locale, format)
  }
  return format
}

function formatOf(
  timezone: string,
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale}|${timezone}|${Object.keys(options)}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { ...options, timeZone: timezone })
    formats.set(key, format)
  }
  return format
}
