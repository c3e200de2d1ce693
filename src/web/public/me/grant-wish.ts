import type { Context } from '../../../context.ts'
import {
  changeSchedule,
  pause,
  restart,
  resume,
  sendNext,
  skip,
} from '../../../enrollments/change-standing.ts'
import { leave } from '../../../enrollments/leave.ts'
import { sendAgain } from '../../../enrollments/send-again.ts'
import { undoLeaving, undoSkip } from '../../../enrollments/undo.ts'
import { askForProof } from '../../../rights/ask-for-proof.ts'
import { revokeLinks } from '../../../rights/revoke-links.ts'
import { addDays, localDay } from '../../../schedule/local-time.ts'
import { setFirstName } from '../../../subscribers/queries.ts'
import { unsubscribe } from '../../../subscribers/unsubscribe.ts'
import type { Saved } from './me-page.tsx'
import type { Speech } from './speech.ts'
import type { Wish } from './wishes.ts'

export type Granted = { saved: Saved } | { wrong: 'date' | 'word' }

/** Does what a reader asked for. Whose course it is has been checked; each takes effect with the next letter. */
export async function grantWish(
  context: Context,
  person: { id: string; timezone: string },
  wish: Wish,
  words: Speech['me'],
  now: Date,
): Promise<Granted> {
  const db = context.db.kysely
  const proof = (about: { purpose: 'erase' } | { purpose: 'change_address'; newEmail: string }) =>
    askForProof(context, { subscriberId: person.id, ...about }, now)
  switch (wish.do) {
    case 'schedule':
      await changeSchedule(db, wish.enrollment, scheduleOf(wish), now)
      break
    case 'pause': {
      const today = localDay(now, person.timezone)
      if (wish.until && (wish.until <= today || wish.until > addDays(today, 366))) return { wrong: 'date' }
      await pause(db, wish.enrollment, wish.until || undefined, now)
      break
    }
    case 'resume':
      await resume(db, wish.enrollment, now, 'reader')
      break
    case 'skip':
      await skip(db, wish.enrollment, now)
      break
    case 'undo_skip':
      await undoSkip(db, wish.enrollment, now)
      break
    case 'next':
      await sendNext(db, wish.enrollment, now)
      await claimSoon(context)
      break
    case 'restart':
      await restart(db, wish.enrollment, now)
      await claimSoon(context)
      break
    case 'come_back':
      await undoLeaving(db, wish.enrollment, now)
      break
    case 'again': {
      const result = await sendAgain(context, person.id, wish.delivery, now)
      if (!result.sent)
        return { saved: result.reason === 'suppressed' ? 'again_suppressed' : 'again_too_many' }
      break
    }
    case 'leave':
      await leave({ db, secrets: context.secrets }, wish.enrollment, wish, now)
      break
    case 'leave_all':
      await unsubscribe(db, person.id, now)
      break
    case 'name':
      await setFirstName(db, person.id, wish.first_name)
      break
    case 'address':
      await proof({ purpose: 'change_address', newEmail: wish.email })
      break
    case 'links':
      await revokeLinks(context, person.id, now)
      break
    case 'erase':
      if (wish.word.toLowerCase() !== words.erase.word) return { wrong: 'word' }
      await proof({ purpose: 'erase' })
      break
  }
  return { saved: wish.do }
}

/** What the form had no field for stays as it is. */
const scheduleOf = (wish: Extract<Wish, { do: 'schedule' }>) => ({
  sendTime: wish.send_time,
  timezone: wish.timezone,
  ...(wish.every_days && { everyDays: wish.every_days, weekdays: wish.weekdays ?? null }),
})

/** Whoever presses should not wait for the tick; the tick finds it in any case. */
const claimSoon = ({ jobs }: Context) => jobs.enqueue('claim-due-lessons', {}).catch(() => undefined)
