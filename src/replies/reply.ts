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
}

export const sealContent = (secrets: Secrets, content: ReplyContent): Buffer =>
  secrets.seal(JSON.stringify(content))

export function openContent(secrets: Secrets, sealed: Buffer | null): ReplyContent | undefined {
  return sealed ? (JSON.parse(secrets.unseal(sealed).toString()) as ReplyContent) : undefined
}

/** What was sealed by itself, such as an answer or a note; empty once retention has taken the words. */
export const openWords = (secrets: Secrets, sealed: Buffer | null): string =>
  sealed ? secrets.unseal(sealed).toString() : ''
