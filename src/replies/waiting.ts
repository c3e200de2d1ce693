import { type RawBuilder, sql } from 'kysely'

/**
 * Whether a reply waits for an answer, as a condition on the table `replies` (or its alias): written by a reader to us,
 * theirs without doubt, and neither answered, closed nor forgotten. A snoozed one still waits; so does one in care.
 * A whole message that is an order (unsubscribe, pause) was dealt with by a mail, and waits for nobody.
 */
export function waitsForAnswer(replies = 'replies'): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${replies}.${name}`)
  return sql<boolean>`(
    not ${column('automatic')}
    and ${column('quarantined_at')} is null
    and ${column('command')} is null
    and ${column('erased_at')} is null
    and ${column('answered_at')} is null
    and ${column('archived_at')} is null)`
}
