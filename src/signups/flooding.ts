import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'

const HOUR_MS = 3_600_000
/** From one address of the network, where each signup cost its sender a proof of work: a school or an office fits in. */
const PROVEN_FROM_ONE_IP = 120
/** Without a proof: a script, or a browser without scripts. Beyond it somebody is filling other people's inboxes. */
const UNPROVEN_FROM_ONE_IP = 30
/** Without a proof, from everywhere together: many machines taking turns. */
const UNPROVEN_FROM_EVERYWHERE = 300

/** Whether there were too many signups in the last hour for another one like this. */
export async function isFlooding(
  db: Kysely<Schema>,
  { ip, proven }: { ip: string | null; proven: boolean },
  now: Date,
): Promise<boolean> {
  const lately = db
    .selectFrom('signups')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('requested_at', '>', new Date(now.getTime() - HOUR_MS))
  const atLeast = async (query: typeof lately, limit: number) =>
    Number((await query.executeTakeFirstOrThrow()).count) >= limit
  if (ip) {
    const mine = lately.where('requested_ip', '=', ip)
    if (await atLeast(mine, PROVEN_FROM_ONE_IP)) return true
    if (!proven && (await atLeast(mine.where('proven', '=', false), UNPROVEN_FROM_ONE_IP))) return true
  }
  return !proven && (await atLeast(lately.where('proven', '=', false), UNPROVEN_FROM_EVERYWHERE))
}
