import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterChange, afterPause, sendNextNow } from '../../src/schedule/reschedule.ts'
import { nextDue } from '../../src/schedule/rule.ts'
import { countsFor, whenToSend } from '../../src/schedule/when-to-send.ts'
import { Reader, tickOn } from './a-reader.ts'
import { anyInstant, anyRule, everyZone } from './any-rule.ts'
import { wall } from './wall-clock.ts'

const berlin = { timezone: 'Europe/Berlin', sendTime: '20:00', everyDays: 1, weekdays: [1, 2, 3, 4, 5, 6, 7] }
const at = (local: string) => new Date(`2027-01-${local}:00+01:00`)

describe('afterChange', () => {
  test('an earlier hour that has passed today means tomorrow', () => {
    const rule = { ...berlin, sendTime: '08:00' }
    expect(afterChange(rule, at('04T20:00'), at('05T20:00'), at('05T12:00'))).toEqual(at('06T08:00'))
  })

  test('a later hour means today', () => {
    const rule = { ...berlin, sendTime: '22:00' }
    expect(afterChange(rule, at('04T20:00'), at('05T20:00'), at('05T12:00'))).toEqual(at('05T22:00'))
  })

  test('never today if today had one', () => {
    const rule = { ...berlin, sendTime: '22:00' }
    expect(afterChange(rule, at('05T20:00'), at('06T20:00'), at('05T21:00'))).toEqual(at('06T22:00'))
  })

  test('a slower pace counts from the lesson before, a quicker one brings the next forward', () => {
    expect(afterChange({ ...berlin, everyDays: 3 }, at('04T20:00'), at('05T20:00'), at('05T12:00'))).toEqual(
      at('07T20:00'),
    )
    expect(afterChange(berlin, at('04T20:00'), at('11T20:00'), at('06T12:00'))).toEqual(at('06T20:00'))
  })

  test('other weekdays move it off a day no longer allowed', () => {
    expect(afterChange({ ...berlin, weekdays: [5] }, at('04T20:00'), at('05T20:00'), at('05T12:00'))).toEqual(
      at('08T20:00'),
    )
  })

  test('over the date line: Auckland to Honolulu and back', () => {
    const honolulu = { ...berlin, timezone: 'Pacific/Honolulu', sendTime: '09:00' }
    const auckland = { ...honolulu, timezone: 'Pacific/Auckland' }
    const before = new Date('2027-01-03T20:00:00Z') // Monday 09:00 in Auckland, Sunday 10:00 in Honolulu
    const now = new Date('2027-01-04T02:00:00Z')
    expect(wall(afterChange(honolulu, before, nextDue(auckland, before), now), 'Pacific/Honolulu')).toBe(
      '2027-01-04T09:00',
    )
    const sunday = new Date('2027-01-03T19:00:00Z') // Sunday 09:00 in Honolulu, Monday 08:00 in Auckland
    expect(wall(afterChange(auckland, sunday, nextDue(honolulu, sunday), now), 'Pacific/Auckland')).toBe(
      '2027-01-05T09:00',
    )
  })

  test('a first lesson on its way stays due, one for a send time moves with it', () => {
    expect(afterChange(berlin, null, at('05T12:00'), at('05T12:01'))).toEqual(at('05T12:00'))
    expect(afterChange({ ...berlin, sendTime: '18:00' }, null, at('05T20:00'), at('05T12:00'))).toEqual(
      at('05T18:00'),
    )
  })
})

describe('afterPause', () => {
  test('the next send time, not at once', () => {
    expect(afterPause(berlin, at('04T20:00'), at('05T20:00'), at('20T21:00'))).toEqual(at('21T20:00'))
    expect(afterPause(berlin, at('04T20:00'), at('05T20:00'), at('20T19:00'))).toEqual(at('20T20:00'))
  })

  test('a pause of an hour changes nothing', () => {
    expect(afterPause(berlin, at('04T20:00'), at('11T20:00'), at('05T09:00'))).toEqual(at('11T20:00'))
  })

  test('paused and resumed on a day that had one: not a second', () => {
    expect(afterPause(berlin, at('05T00:10'), at('05T00:20'), at('05T12:00'))).toEqual(at('06T20:00'))
  })
})

test('"send the next one now" goes the same day and on any weekday, and the course goes on from that day', () => {
  const rule = { ...berlin, weekdays: [1, 2, 3, 4, 5] }
  const saturday = at('09T12:00')
  const due = sendNextNow(saturday)
  const claimed = at('09T12:01')
  expect(whenToSend(rule, due, claimed, null)).toEqual(claimed)
  expect(nextDue(rule, countsFor(due, claimed))).toEqual(at('11T20:00'))
})

test('any changes at any time, over the date line too: one a local day, in order, nobody lost', () => {
  const zone = fc.constantFrom(
    'Pacific/Auckland',
    'Pacific/Honolulu',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
    ...everyZone,
  )
  const step = fc.record({
    minutes: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 90, max: 4000 })),
    what: fc.constantFrom('tick', 'tick', 'tick', 'change', 'pause', 'resume'),
    rule: zone.chain((timezone) => anyRule(timezone, 3)),
  })
  const first = fc.constantFrom('immediately' as const, 'next_send_time' as const)
  fc.assert(
    fc.property(
      zone.chain((z) => anyRule(z, 3)),
      anyInstant,
      first,
      fc.array(step, { maxLength: 40 }),
      (rule, start, how, steps) => {
        const reader = new Reader(rule, start, how, 6)
        let now = start
        for (const { minutes, what, rule: changed } of steps) {
          now = new Date(now.getTime() + minutes * 60_000)
          if (what === 'pause') reader.pausedAt = now
          if (what === 'resume') reader.resume(now)
          if (what === 'change') reader.change(changed, now)
          reader.tick(now)
        }
        reader.resume(now)
        tickOn(reader, now, 90)
        expect(reader.sent.length, 'nobody lost').toBe(6)
      },
    ),
    { numRuns: 400 },
  )
})
