/**
 * What each queue's jobs carry: ids and nothing else, since Postgres holds the truth and what a queue stores
 * is neither encrypted nor erased with a reader. A queue is named after the function its worker calls.
 */
export interface Payloads {
  'claim-due-lessons': Record<string, never>
  'submit-batch': { batchId: string }
  'submit-urgent': { batchId: string }
  'process-mail-event': { mailEventId: string }
  reconcile: Record<string, never>
}

export type QueueName = keyof Payloads

export const queueNames: readonly QueueName[] = [
  'claim-due-lessons',
  'submit-batch',
  'submit-urgent',
  'process-mail-event',
  'reconcile',
]
