/** In a few words, what a reply still wants of somebody. */
export function replyState(reply: {
  automatic: boolean
  quarantined_at: Date | null
  answered_at: Date | null
  archived_at?: Date | null
  command?: 'unsubscribe' | 'pause' | null
}): string {
  if (reply.archived_at) return 'closed'
  if (reply.quarantined_at) return 'from another address'
  if (reply.automatic) return 'automatic'
  if (reply.command === 'unsubscribe') return 'asked to be unsubscribed, and is'
  if (reply.command === 'pause' && !reply.answered_at) return 'asked for a pause, and was shown how'
  return reply.answered_at ? 'answered' : 'new'
}
