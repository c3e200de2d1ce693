import type { Context } from '../../context.ts'
import type { Revision } from '../../sequences/sequence.ts'
import { isFlooding } from '../../signups/flooding.ts'
import { ageOfForm } from '../../signups/form-age.ts'
import { spendProof } from '../../signups/proof-of-work.ts'
import { type Proof, requestSignup } from '../../signups/request-signup.ts'
import { signupInput } from '../../signups/signup-input.ts'
import { suggestAddress } from '../../signups/suggest-address.ts'
import { wordsFor } from '../../words/words.ts'

/** By field; `form` is what is wrong with the whole. */
export type Problems = Partial<
  Record<'email' | 'first_name' | 'timezone' | 'send_time' | 'every_days' | 'weekdays' | 'form', string>
>

export interface Refused {
  status: 422 | 429
  problems: Problems
  /** What the address may have been meant to be: a question, which a second press answers with no. */
  didYouMean?: string
}

/** What is known and what is not takes a few milliseconds more or less; nobody is to learn anything from them. */
const ANSWER_AFTER_MS = 120

/**
 * A posted form, or a script's JSON: checked, weighed and noted. Nothing comes back when it was taken, and then the
 * answer is the same whatever is known of the address. What each check is for: docs/decisions/0011-bots.md.
 */
export async function receiveSignup(
  context: Context,
  course: Revision,
  posted: Record<string, unknown>,
  client: Proof,
  now: Date,
): Promise<Refused | undefined> {
  const quiet = new Promise((resolve) => setTimeout(resolve, ANSWER_AFTER_MS))
  const refused = await weigh(context, course, posted, client, now)
  await quiet
  return refused
}

async function weigh(
  context: Context,
  course: Revision,
  posted: Record<string, unknown>,
  client: Proof,
  now: Date,
): Promise<Refused | undefined> {
  const { secrets } = context
  const db = context.db.kysely
  const words = wordsFor(course.language).signup
  // The trap field is invisible; whoever fills it in is told what everybody is told.
  if (posted.website) return undefined
  const parsed = signupInput(course).safeParse({ ...posted, email: posted.use || posted.email })
  if (!parsed.success) {
    const problems: Record<string, string> = {}
    for (const { path, message } of parsed.error.issues) problems[String(path[0])] ??= message
    return { status: 422, problems }
  }
  const { email } = parsed.data
  // Only forms can put the question; a script that posts no `insist` is not asked.
  const didYouMean =
    posted.insist === undefined || posted.insist === email ? undefined : suggestAddress(email)
  if (didYouMean && !posted.use)
    return { status: 422, problems: { email: words.didYouMean(didYouMean) }, didYouMean }

  const proven = Boolean(posted.altcha)
  if (proven && !(await spendProof(db, secrets, String(posted.altcha), now)))
    return { status: 422, problems: { form: words.proofUsed } }
  // A proof of work takes its time itself.
  if (!proven && ageOfForm(secrets, String(posted.opened ?? ''), now) === 'too fast')
    return { status: 422, problems: { form: words.tooFast } }
  if (await isFlooding(db, { ip: client.ip, proven }, now))
    return { status: 429, problems: { form: words.flooding } }
  await requestSignup(context, course, parsed.data, { ...client, proven }, now)
  return undefined
}
