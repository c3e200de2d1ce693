/**
 * A second opinion on local time that shares nothing with src/schedule: offsets read from `Intl` alone, and RFC 5545
 * 3.3.5 written out. Slow and plain on purpose.
 */
const clocks = new Map<string, Intl.DateTimeFormat>()
const DAY = 86_400_000

/** What clocks in `timezone` show at `instant`, as if it were UTC (ms). */
export function wallAt(instant: number, timezone: string): number {
  let clock = clocks.get(timezone)
  if (!clock) {
    const two = '2-digit'
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: two,
      day: two,
      hour: two,
      minute: two,
      second: two,
    })
    clocks.set(timezone, clock)
  }
  const part = Object.fromEntries(
    clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  )
  return Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!)
}

/** `YYYY-MM-DDTHH:MM` on the reader's wall. */
export const wall = (instant: Date, timezone: string) =>
  new Date(wallAt(instant.getTime(), timezone)).toISOString().slice(0, 16)

export const dayOn = (instant: Date, timezone: string) => wall(instant, timezone).slice(0, 10)

export const weekday = (day: string) => ((Math.floor(Date.parse(day) / DAY) + 3) % 7) + 1

export const plusDays = (day: string, days: number) =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)

/** The first instant at which clocks show `day` `time`; in a gap, the one by the offset from before it. */
export function instantOf(day: string, time: string, timezone: string): Date {
  const local = Date.parse(`${day}T${time}:00Z`)
  const offset = (at: number) => wallAt(at, timezone) - at
  const offsets = [offset(local - 1.5 * DAY), offset(local + 1.5 * DAY)]
  const real = offsets.map((by) => local - by).filter((at) => at + offset(at) === local)
  return new Date(real.length > 0 ? Math.min(...real) : local - offsets[0]!)
}
