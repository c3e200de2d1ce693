import type { Context } from '../context.ts'
import type { DeliveryKind } from '../db/schema.ts'
import { fill, prepare } from './fill.ts'
import { withLinks } from './outgoing-mail.ts'
import { findCompiled } from './queries.ts'

/** Such a link gets forwarded with its letter, so it does not show it for ever. */
const LIVES_MS = 90 * 86_400_000

/** Mails of a course. An answer is between two people, and a confirmation or a proof is nothing to look at twice. */
const SHOWN: readonly DeliveryKind[] = [
  'lesson',
  'repeat',
  'correction',
  'welcome_back',
  'finished',
  'receipt',
]

export type Viewed = { html: string } | { gone: true; language: string; accent?: string }

/**
 * A mail as it was sent, for whoever has its link: the frozen one, but every address in it that belongs to the reader
 * leads to the page where they ask for a link of their own. Gone after 90 days, or when the reader took their links back.
 */
export async function viewMail(
  { config, db, secrets }: Pick<Context, 'config' | 'db' | 'secrets'>,
  token: string,
  now: Date,
): Promise<Viewed> {
  const ids = secrets.idOf('view', token)
  if (ids.length === 0) return { gone: true, language: 'en' }
  const row = await db.kysely
    .selectFrom('deliveries as d')
    .innerJoin('subscribers as s', 's.id', 'd.subscriber_id')
    .innerJoin('revisions as r', 'r.id', 'd.revision_id')
    .select(['d.kind', 'd.compiled_id', 'd.slot_values', 'd.queued_at', 'd.erased_at'])
    .select(['s.links_valid_from', 'r.language', 'r.accent'])
    .where('d.id', 'in', ids)
    .executeTakeFirst()
  if (!row) return { gone: true, language: 'en' }
  const takenBack = row.links_valid_from !== null && row.links_valid_from > row.queued_at
  const old = now.getTime() - row.queued_at.getTime() > LIVES_MS
  const [compiled] = row.compiled_id ? await findCompiled(db.kysely, [row.compiled_id]) : []
  if (!compiled || !SHOWN.includes(row.kind) || takenBack || old || row.erased_at)
    return { gone: true, language: row.language, accent: row.accent }

  const page = `${config.publicUrl}/me`
  const nobodys = { unsubscribeUrl: page, preferencesUrl: page, answerUrl: page, viewUrl: page }
  const { html } = fill(
    prepare(compiled),
    withLinks(row.slot_values, nobodys, () => page),
  )
  return { html }
}
