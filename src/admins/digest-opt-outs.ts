import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'

export async function wantsDigest(db: Kysely<Schema>, adminId: string): Promise<boolean> {
  const row = await db
    .selectFrom('digest_opt_outs')
    .select('admin_id')
    .where('admin_id', '=', adminId)
    .executeTakeFirst()
  return row === undefined
}

/** Idempotent either way. */
export async function setWantsDigest(db: Kysely<Schema>, adminId: string, wants: boolean): Promise<void> {
  if (wants) await db.deleteFrom('digest_opt_outs').where('admin_id', '=', adminId).execute()
  else
    await db
      .insertInto('digest_opt_outs')
      .values({ admin_id: adminId })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** The addresses of those who want it. */
export async function digestAddresses(db: Kysely<Schema>): Promise<string[]> {
  const rows = await db
    .selectFrom('admin_users as a')
    .select('a.email')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('digest_opt_outs as o').select('o.admin_id').whereRef('o.admin_id', '=', 'a.id')),
      ),
    )
    .orderBy('a.createdAt')
    .execute()
  return rows.map(({ email }) => email)
}
