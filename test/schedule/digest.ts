import { createHash } from 'node:crypto'
import { describeWhen } from '../../src/schedule/describe.ts'
import { nextSendTime } from '../../src/schedule/rule.ts'
import { simulate } from '../../src/schedule/simulate.ts'
import { whenToSend } from '../../src/schedule/when-to-send.ts'

/** Prints this process's zone and one digest of what src/schedule says in every zone; run under other `TZ`s by simulate.test.ts. */
const said: unknown[] = []
const weekdays = [
  [1, 2, 3, 4, 5],
  [6, 7],
  [1, 2, 3, 4, 5, 6, 7],
]
for (const [i, timezone] of Intl.supportedValuesOf('timeZone').entries()) {
  const confirmedAt = new Date(Date.UTC(2024 + (i % 12), i % 2 ? 2 : 9, 1 + (i % 28), i % 24, i % 60))
  const sendTime = `${String((i * 7) % 24).padStart(2, '0')}:${String((i * 13) % 60).padStart(2, '0')}`
  const rule = { timezone, sendTime, everyDays: 1 + (i % 3), weekdays: weekdays[i % 3]! }
  const back = new Date(confirmedAt.getTime() + 5 * 86_400_000)
  said.push(simulate({ rule, firstLesson: 'immediately', confirmedAt, lessons: ['a', 'b', 'c'] }))
  said.push(
    whenToSend(rule, nextSendTime(rule, null, confirmedAt), back, confirmedAt),
    describeWhen(back, timezone),
  )
}
const digest = createHash('sha256').update(JSON.stringify(said)).digest('hex')
console.log(JSON.stringify({ server: Intl.DateTimeFormat().resolvedOptions().timeZone, digest }))
