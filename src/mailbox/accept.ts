import { randomUUID } from 'node:crypto'
import { type AcceptedEmail, type Draft, outcomeFor, recipientCount } from './email.ts'
import type { KeyedAnswer } from './idempotency.ts'
import { type PostOffice, quietly, recordAndTell } from './post-office.ts'
import { Problem } from './problem.ts'

/**
 * Takes validated mails on: they, and the answer under its idempotency key, are one line of the journal and
 * so are accepted together or not at all. Returns the JSON text of the answer.
 */
export async function accept(
  office: PostOffice,
  drafts: Draft[],
  answerWith: (ids: string[]) => object,
  key: Pick<KeyedAnswer, 'key' | 'hash'> | undefined,
): Promise<string> {
  const { now, onAccepted } = office.options
  const at = now()
  checkQuota(office, drafts, at)
  const emails = drafts.map((draft): AcceptedEmail => {
    const id = randomUUID()
    return {
      id,
      // The form Amazon SES gives it, which is what Resend's mails carry.
      message_id: `<0100${id.replaceAll('-', '').slice(0, 12)}-${id}-000000@email.amazonses.com>`,
      created_at: at.toISOString(),
      ...draft,
      outcome: outcomeFor([...draft.to, ...draft.cc, ...draft.bcc]),
      last_event: 'queued',
    }
  })
  const body = JSON.stringify(answerWith(emails.map((email) => email.id)))
  const keyed = key && { ...key, body, at: at.toISOString() }
  await recordAndTell(office, { kind: 'accepted', emails, keyed, ...quietly(office) })
  for (const email of emails) onAccepted?.(email)
  return body
}

function checkQuota({ options, ledger }: PostOffice, drafts: Draft[], at: Date): void {
  const count = drafts.reduce((sum, draft) => sum + recipientCount(draft), 0)
  if (ledger.usage.onDayOf(at) + count > (options.dailyQuota ?? Number.POSITIVE_INFINITY))
    throw new Problem('daily_quota_exceeded')
  if (ledger.usage.inMonthOf(at) + count > (options.monthlyQuota ?? Number.POSITIVE_INFINITY))
    throw new Problem('monthly_quota_exceeded')
}
