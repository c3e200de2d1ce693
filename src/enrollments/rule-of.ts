import type { Rule } from '../schedule/rule.ts'
import type { Revision } from '../sequences/sequence.ts'

/** When a reader's lessons go: their own hour, zone and pace, within the course's weekdays. */
export function ruleOf(
  revision: Pick<Revision, 'everyDays' | 'weekdays'>,
  reader: { timezone: string; send_time: string; every_days: number | null; weekdays: number[] | null },
): Rule {
  const own = revision.weekdays.filter((day) => reader.weekdays?.includes(day))
  return {
    timezone: reader.timezone,
    sendTime: reader.send_time,
    everyDays: reader.every_days ?? revision.everyDays,
    // The course may since have given up all the days they chose.
    weekdays: own.length > 0 ? own : revision.weekdays,
  }
}
