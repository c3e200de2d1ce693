/** In one word, why the next lesson comes or does not. The order is the order of what weighs more. */
export type ReaderState = 'unsubscribed' | 'suppressed' | 'finished' | 'held' | 'paused' | 'under way'

export interface StandingRow {
  reader_left_at: Date | null
  unsubscribed_at: Date | null
  suppressed: string | null
  completed_at: Date | null
  held_at: Date | null
  paused_at: Date | null
  paused_until: Date | null
}

export function stateOf(row: StandingRow, now: Date): ReaderState {
  if (row.suppressed) return 'suppressed'
  if (row.reader_left_at || row.unsubscribed_at) return 'unsubscribed'
  if (row.completed_at) return 'finished'
  if (row.held_at) return 'held'
  if (row.paused_at || (row.paused_until && row.paused_until > now)) return 'paused'
  return 'under way'
}
