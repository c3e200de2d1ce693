import type { Context } from '../context.ts'
import { fill, prepare } from '../deliveries/fill.ts'
import { linksOf, withLinks } from '../deliveries/outgoing-mail.ts'
import { findCompiled, findDelivery } from '../deliveries/queries.ts'

/** Subject and text part of one of our mails as it was sent, which is what a reply to it quotes. Undefined once erased. */
export async function findSentMail(
  { config, db, secrets }: Pick<Context, 'config' | 'db' | 'secrets'>,
  deliveryId: string,
): Promise<{ subject: string; text: string } | undefined> {
  const row = await findDelivery(db.kysely, [deliveryId])
  if (!row || row.erased_at) return undefined
  if (row.sealed_mail) {
    if (row.sealed_mail.length === 0) return undefined
    return JSON.parse(secrets.unseal(row.sealed_mail).toString()) as { subject: string; text: string }
  }
  const [compiled] = row.compiled_id ? await findCompiled(db.kysely, [row.compiled_id]) : []
  if (!compiled) return undefined
  const { replyTo: _, ...urls } = linksOf(config, secrets, row)
  const viewOf = (id: string) => linksOf(config, secrets, { id }).viewUrl
  return fill(prepare(compiled), withLinks(row.slot_values, urls, viewOf))
}
