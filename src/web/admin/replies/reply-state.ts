/** In a few words, what a reply still wants of somebody. */
export function replyState(reply: {
  automatic: boolean
  quarantined_at: Date | null
  answered_at: Date | null
}): string {
  if (reply.quarantined_at) return 'from another address'
  if (reply.automatic) return 'automatic'
  return reply.answered_at ? 'answered' : 'new'
}
