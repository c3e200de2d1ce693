import { sql } from 'kysely'
import type { Context } from '../../src/context.ts'
import { seedSequences } from '../../src/sequences/seed-sequences.ts'
import { findSequence } from '../../src/sequences/queries.ts'

/**
 * Enrolls `count` readers in the first course, set-wise, all due at `due`. Every `badEvery`-th has an address that
 * Resend refuses. Addresses are `reader-N@readers.localhost`.
 */
export async function enrollMany(
  context: Pick<Context, 'db'>,
  count: number,
  due: Date,
  { from = 0, badEvery = 0 }: { from?: number; badEvery?: number } = {},
): Promise<void> {
  const db = context.db.kysely
  await seedSequences(db, 'sequences', due)
  const sequence = (await findSequence(db, 'wanting-to-be-wanted'))!
  await sql`
    with people as (
      insert into subscribers (id, email, address_hash, first_name, timezone, created_at)
      select gen_random_uuid(),
        case when ${badEvery}::int > 0 and n % greatest(${badEvery}::int, 1) = 0 then 'reader-' || n || '@example.com'
          else 'reader-' || n || '@readers.localhost' end,
        sha256(('reader-' || n)::bytea),
        (array['Ruth', 'Ana', null, 'Jo', 'Mei Ling'])[n % 5 + 1],
        (array['America/New_York', 'Europe/Berlin', 'Asia/Tokyo', 'Australia/Lord_Howe'])[n % 4 + 1], ${due}
      from generate_series(${from + 1}::int, ${from + count}::int) n returning id)
    insert into enrollments (id, subscriber_id, sequence_id, following_revision_id, send_time, enrolled_at, next_due_at)
    select gen_random_uuid(), id, ${sequence.id}, ${sequence.published_revision_id}, '08:00', ${due}, ${due} from people`.execute(
    db,
  )
}
