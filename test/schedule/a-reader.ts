import { expect } from 'vitest'
import { afterChange, afterPause } from '../../src/schedule/reschedule.ts'
import { firstDue, nextDue, type Rule } from '../../src/schedule/rule.ts'
import { countsFor, GRACE_MS, whenToSend } from '../../src/schedule/when-to-send.ts'
import { dayOn, plusDays, weekday } from './wall-clock.ts'

export interface Sent {
  at: Date
  countedFor: Date
  /** the zone the reader had then */
  timezone: string
}

/** One enrollment as the claim keeps it (due, lesson before), driven by ticks; every promise is checked at each lesson. */
export class Reader {
  readonly sent: Sent[] = []
  lessonBefore: Date | null = null
  due: Date
  pausedAt: Date | null = null
  private changedWhileDue = false

  constructor(
    public rule: Rule,
    readonly confirmedAt: Date,
    readonly firstLesson: 'immediately' | 'next_send_time',
    readonly lessons: number,
  ) {
    this.due = firstDue(rule, confirmedAt, firstLesson)
  }

  get done(): boolean {
    return this.sent.length === this.lessons
  }

  tick(now: Date): void {
    if (this.done || this.pausedAt || this.due > now) return
    const at = whenToSend(this.rule, this.due, now, this.lessonBefore)
    if (at > now) {
      this.due = at
      return
    }
    const countedFor = countsFor(this.due, now)
    this.check(now, countedFor)
    this.sent.push({ at: now, countedFor, timezone: this.rule.timezone })
    this.lessonBefore = countedFor
    this.due = nextDue(this.rule, countedFor)
  }

  change(rule: Rule, now: Date): void {
    this.rule = rule
    this.changedWhileDue ||= this.due <= now
    this.due = afterChange(rule, this.lessonBefore, this.due, now)
  }

  resume(now: Date): void {
    if (this.pausedAt) this.due = afterPause(this.rule, this.lessonBefore, this.due, now)
    this.pausedAt = null
  }

  private check(now: Date, countedFor: Date): void {
    const { timezone, everyDays, weekdays } = this.rule
    const day = dayOn(countedFor, timezone)
    expect(now.getTime() - countedFor.getTime()).toBeLessThanOrEqual(GRACE_MS)
    if (this.lessonBefore) {
      expect(countedFor > this.lessonBefore, 'in order').toBe(true)
      const earliest = plusDays(dayOn(this.lessonBefore, timezone), everyDays)
      expect(day >= earliest, `${day} in ${timezone}, earliest ${earliest}`).toBe(true)
    }
    const onConfirmation = !this.lessonBefore && (this.firstLesson === 'immediately' || this.changedWhileDue)
    if (!onConfirmation) expect(weekdays, `${day} in ${timezone}`).toContain(weekday(day))
  }
}

/** Ticks every `minutes` (no slower than the grace) from `from` until the course is over or `days` have passed. */
export function tickOn(reader: Reader, from: Date, days: number, minutes = 10): void {
  const step = minutes * 60_000
  const end = from.getTime() + days * 86_400_000
  for (let now = from.getTime(); now < end && !reader.done; now += step) {
    // Nothing happens before the lesson is due, so those ticks are only counted.
    now += Math.max(0, Math.ceil((reader.due.getTime() - now) / step)) * step
    if (now < end) reader.tick(new Date(now))
  }
}
