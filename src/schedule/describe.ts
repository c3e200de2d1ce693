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
