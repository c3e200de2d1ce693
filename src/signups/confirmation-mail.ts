import type { Kysely } from 'kysely'
import Confirmation, { subject } from '../../emails/confirmation.tsx'
import type { Schema } from '../db/schema.ts'
import { type CompiledMail, compileMail, slot } from '../deliveries/compile.ts'
import { Latest } from '../deliveries/latest.ts'
import { queueMail } from '../deliveries/queue-mail.ts'
import { sayTime } from '../schedule/describe.ts'
import type { Revision } from '../sequences/sequence.ts'
import { localeFor } from '../words/locale-for.ts'

/** Was it you? The same for everybody who asks for this course, with and without a name. */
export const compileConfirmation = (
  course: Revision,
  postalAddress: string,
  named: boolean,
): Promise<CompiledMail> =>
  compiled.getOrMake(`${course.id} ${named}`, () => compile(course, postalAddress, named))

const compiled = new Latest<Promise<CompiledMail>>(100)

function compile(course: Revision, postalAddress: string, named: boolean): Promise<CompiledMail> {
  const { language, accent, title, senderName } = course
  return compileMail({
    subject: subject({ courseTitle: title, language }),
    element: Confirmation({
      language,
      accent,
      courseTitle: title,
      firstName: named ? slot('firstName') : null,
      confirmUrl: slot('confirmUrl'),
      senderName,
      postalAddress,
      sendTime: slot('sendTime'),
      timezone: slot('timezone'),
    }),
  })
}

export function queueConfirmation(
  trx: Kysely<Schema>,
  { course, signup, compiled }: { course: Revision; signup: AskedSignup; compiled: CompiledMail },
  now: Date,
) {
  return queueMail(
    trx,
    {
      kind: 'confirmation',
      from_name: course.senderName,
      to_address: signup.email,
      sequence_id: course.sequenceId,
      revision_id: course.id,
      signup_id: signup.id,
      compiled,
      slot_values: {
        sendTime: sayTime(signup.send_time, localeFor(course.language, signup.timezone)),
        timezone: signup.timezone.replaceAll('_', ' '),
        ...(signup.first_name && { firstName: signup.first_name }),
      },
    },
    now,
  )
}

interface AskedSignup {
  id: string
  email: string
  first_name: string | null
  timezone: string
  send_time: string
}
