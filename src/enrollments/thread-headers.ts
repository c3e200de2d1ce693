import type { Config } from '../config.ts'
import type { Revision } from '../sequences/sequence.ts'

/**
 * What makes a course one conversation (docs/decisions/0010-threading.md): every lesson refers to an id that belongs to
 * this reader's run of it, and to the first lesson's own Message-ID, once a webhook has told it. RFC 5322, 3.6.4.
 * Frozen with the delivery, so a retry sends the same. Null where every lesson is a mail of its own.
 */
export function threadHeaders(
  { replyDomain }: Pick<Config, 'replyDomain'>,
  { threading }: Pick<Revision, 'threading'>,
  enrollment: { id: string; run: number },
  first: { messageId: string | null } | undefined,
): Record<string, string> | null {
  if (threading === 'separate') return null
  const conversation = `<${enrollment.id}.${enrollment.run}@${replyDomain}>`
  if (!first?.messageId) return { References: conversation }
  return { References: `${conversation} ${first.messageId}`, 'In-Reply-To': first.messageId }
}
