/** What is sealed in a reply's row once its raw message was read. */
import type { Secrets } from '../secrets.ts'

export interface ReplyContent {
  from: string
  fromName: string
  subject: string
  /** Theirs. */
  reply: string
  /** What their mail program quoted. */
  quoted: string
  /** Where they answered between the lines of the quotation: their answers, each below what it answers, marked "> ". */
  inPlace?: string
  /** The whole text, where it is not certain which part of it is theirs. Otherwise the raw message has it. */
  whole?: string
}

export function sealContent(secrets: Secrets, content: ReplyContent): Buffer {
  const { from, fromName, subject, reply, quoted, inPlace, whole } = content
  return secrets.seal(JSON.stringify({ from, fromName, subject, reply, quoted, inPlace, whole }))
}

export function openContent(secrets: Secrets, sealed: Buffer | null): ReplyContent | undefined {
  return sealed ? (JSON.parse(secrets.unseal(sealed).toString()) as ReplyContent) : undefined
}

/** What was sealed by itself, such as an answer or a note; empty once retention has taken the words. */
export const openWords = (secrets: Secrets, sealed: Buffer | null): string =>
  sealed ? secrets.unseal(sealed).toString() : ''
