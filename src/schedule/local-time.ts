import { Temporal } from 'temporal-polyfill'

/**
 * The one file that turns wall-clock time into instants and back ("Rules of time"). A day is `YYYY-MM-DD` and a
 * time `HH:MM`, both meaningless without a zone; an instant is a `Date`. The server's own zone is never read.
 */

const KEPT = 20_000
const instants = new Map<string, number>()
const localDays = new Map<string, string>()
const calendars = new Map<string, Intl.DateTimeFormat>()

/**
 * The instant at which clocks in `timezone` show `time` on `day`. In a gap the time moves forward by the gap, in an
 * overlap the first of the two is meant (RFC 5545 3.3.5, Temporal `compatible`). A gap may move it over midnight,
 * and a zone may skip a day (Apia, 2011-12-30): `localDay` of the answer is then a later day than the one asked for.
 *
 * Conversions are remembered, because one tick asks the same few for thousands of readers.
 * @throws RangeError for a day, time or zone that does not exist in any calendar
 */
export function toInstant(day: string, time: string, timezone: string): Date {
  const key = `${day}|${time}|${timezone}`
  let epoch = instants.get(key)
  if (epoch === undefined) {
    const wall = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(time))
    epoch = wall.toZonedDateTime(timezone, { disambiguation: 'compatible' }).epochMilliseconds
    if (instants.size >= KEPT) instants.delete(instants.keys().next().value as string)
    instants.set(key, epoch)
  }
  return new Date(epoch)
}

/**
 * The calendar day in `timezone` at `instant`. By `Intl` rather than Temporal: 20 times faster, and shown to agree in
 * every zone by test/schedule/local-time.test.ts. `en-US` because a Node built with small-icu has no other locale.
 * Remembered like conversions: a tick asks about the same due instants in the same zones again and again.
 */
export function localDay(instant: Date, timezone: string): string {
  const key = `${instant.getTime()}|${timezone}`
  let day = localDays.get(key)
  if (day === undefined) {
    day = dayBy(calendarOf(timezone), instant)
    if (localDays.size >= KEPT) localDays.delete(localDays.keys().next().value as string)
    localDays.set(key, day)
  }
  return day
}

function calendarOf(timezone: string): Intl.DateTimeFormat {
  let calendar = calendars.get(timezone)
  if (!calendar) {
    calendar = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: timezone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
    calendars.set(timezone, calendar)
  }
  return calendar
}

function dayBy(calendar: Intl.DateTimeFormat, instant: Date): string {
  const [month, day, year] = calendar.format(instant).split('/')
  return `${year}-${month}-${day}`
}

/** `2027-03-14T09:00:00-04:00[America/New_York]`: RFC 9557, what people and scripts read. */
export function toLocalString(instant: Date, timezone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timezone).toString()
}

/** `2027-03-14T13:00:00Z`: RFC 3339, with a fraction only where there is one. */
export function toUtcString(instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toString()
}

/** Whether this is the name of a zone, aliases such as `US/Eastern` included; offsets (`+02:00`) are not zones. */
export function isTimezone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(name)) return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}

/** The day `days` later. Calendar arithmetic: no zone takes part, every day here has 24 hours. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** ISO 8601: 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}
