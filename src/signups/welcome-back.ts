import type { Kysely } from 'kysely'
import WelcomeBack, { subject } from '../../emails/welcome-back.tsx'
import type { Schema } from '../db/schema.ts'
import { type CompiledMail, compileMail, slot } from '../deliveries/compile.ts'
import { Latest } from '../deliveries/latest.ts'
import { normaliseValue } from '../deliveries/normalise-value.ts'
import { queueMail } from '../deliveries/queue-mail.ts'
import { enroll } from '../enrollments/enroll.ts'
import { findWaits } from '../enrollments/find-waits.ts'
import { progressOf } from '../enrollments/queries.ts'
import { sayDay, whenParts } from '../schedule/describe.ts'
import type { Revision } from '../sequences/sequence.ts'
import { localeFor } from '../words/locale-for.ts'
import { wordsFor } from '../words/words.ts'
import { takeUnderWay, type UnderWay } from './queries.ts'

/**
 * Somebody typed in the address of a reader who is in the middle of this course. The reader is told where they are, and
 * a pause ends; nothing else of the form is taken, since it may have been a stranger's: hour and zone are changed on the
 * page behind the link in that letter.
 * @returns nothing when nobody with this address is under way: then it is a signup like any other
 */
export async function welcomeBack(
  trx: Kysely<Schema>,
  { course, email, mails }: { course: Revision; email: string; mails: WelcomeBackMails },
  now: Date,
) {
  const reader = await takeUnderWay(trx, email, course.sequenceId)
  if (!reader) return undefined
  const paused = reader.paused_at !== null || (reader.paused_until !== null && reader.paused_until > now)
  if (paused && !reader.held_at)
    await enroll(
      trx,
      { id: reader.subscriber_id, timezone: reader.timezone },
      course,
      { sendTime: reader.send_time },
      now,
    )
  const there = paused ? await takeUnderWay(trx, email, course.sequenceId) : reader
  const name = normaliseValue(reader.first_name ?? '')
  const waits = (await findWaits(trx, [reader.id], now)).get(reader.id)
  const had = (await progressOf(trx, [reader])).get(reader.id)!.had.size
  return queueMail(
    trx,
    {
      kind: 'welcome_back',
      from_name: course.senderName,
      to_address: email,
      subscriber_id: reader.subscriber_id,
      enrollment_id: reader.id,
      sequence_id: course.sequenceId,
      revision_id: course.id,
      compiled: name ? mails.named : mails.nameless,
      slot_values: {
        ...valuesOf(course, there ?? reader, waits, now),
        had: String(had),
        ...(name && { firstName: name }),
      },
    },
    now,
  )
}

function valuesOf(course: Revision, reader: UnderWay, waits: Date | undefined, now: Date) {
  const { mails, signup } = wordsFor(course.language)
  const locale = localeFor(course.language, reader.timezone)
  const due = reader.held_at ? null : (waits ?? reader.next_due_at)
  const say = waits ? mails.lesson.waits : mails.lesson.next
  return {
    of: String(course.lessons.length),
    next: due
      ? say(mails.when(whenParts(due < now ? now : due, now, reader.timezone, locale)))
      : signup.nothingDue,
    reason: mails.lesson.reason(sayDay(reader.enrolled_at, reader.timezone, locale)),
  }
}

export interface WelcomeBackMails {
  named: CompiledMail
  nameless: CompiledMail
}

const compiled = new Latest<Promise<WelcomeBackMails>>(50)

/** Made whether or not the address is known, so that the time it takes tells nothing. */
export const compileWelcomeBack = (course: Revision, postalAddress: string): Promise<WelcomeBackMails> =>
  compiled.getOrMake(course.id, async () => {
    const [named, nameless] = await Promise.all(
      [true, false].map((known) => compileOne(course, postalAddress, known)),
    )
    return { named: named!, nameless: nameless! }
  })

function compileOne(course: Revision, postalAddress: string, named: boolean): Promise<CompiledMail> {
  const { language, accent, title, senderName } = course
  return compileMail({
    subject: subject({ courseTitle: title, language }),
    element: WelcomeBack({
      language,
      accent,
      courseTitle: title,
      firstName: named ? slot('firstName') : null,
      had: slot('had'),
      of: slot('of'),
      next: slot('next'),
      reason: slot('reason'),
      preferencesUrl: slot('preferencesUrl'),
      unsubscribeUrl: slot('unsubscribeUrl'),
      viewUrl: slot('viewUrl'),
      senderName,
      postalAddress,
    }),
  })
}
