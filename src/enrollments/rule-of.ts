import type { Rule } from '../schedule/rule.ts'
import type { Revision } from '../sequences/sequence.ts'

/** When a reader's lessons go: their own hour, zone and pace within the course's weekdays. */
export function ruleOf(
  revision: Pick<Revision, 'everyDays' | 'weekdays'>,
  reader: { timezone: string; send_time: string; every_days: number | null },
): Rule {
  return {
    timezone: reader.timezone,
    sendTime: reader.send_time,
    everyDays: reader.every_days ?? revision.everyDays,
    weekdays: revision.weekdays,
  }
}
