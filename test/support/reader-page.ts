/** A reader's pages as their links open them, by `app.request`. */
import { createApp } from '../../src/app.tsx'
import { linksOf } from '../../src/deliveries/outgoing-mail.ts'
import { claimAllDue } from '../../src/enrollments/claim-due-lessons.ts'
import type { TestContext } from './context.ts'
import type { aCourse, aReader } from './course.ts'

/** Claims until the given instant, day by day, and says which mails somebody got. */
export async function liveUntil(context: TestContext, until: string): Promise<void> {
  const end = new Date(until)
  for (;;) {
    await claimAllDue(context, context.clock.now())
    if (context.clock.now() >= end) return
    context.clock.set(new Date(Math.min(end.getTime(), context.clock.now().getTime() + 3_600_000)))
  }
}

export async function deliveriesTo(context: TestContext, subscriberId: string, kind = 'lesson') {
  return context.db.kysely
    .selectFrom('deliveries')
    .selectAll()
    .where('subscriber_id', '=', subscriberId)
    .where('kind', '=', kind as 'lesson')
    .orderBy('queued_at')
    .execute()
}

/** The words of a sealed mail, such as one with a link to prove a mailbox. */
export function sealedMail(context: TestContext, sealed: Buffer | null): { subject: string; text: string } {
  return JSON.parse(context.secrets.unseal(sealed!).toString())
}

export function pagesOf(context: TestContext) {
  const app = createApp(context)
  const pathOf = (url: string) => new URL(url).pathname
  return {
    pathOf,
    links: (id: string) => linksOf(context.config, context.secrets, { id }),
    get: (path: string) => app.request(path),
    post: (path: string, fields: Record<string, string> | [string, string][] = {}) =>
      app.request(path, { method: 'POST', body: new URLSearchParams(fields) }),
    app,
  }
}

export type Course = Awaited<ReturnType<typeof aCourse>>
export type Reader = Awaited<ReturnType<typeof aReader>>

/** Every row of every table of ours as one text, as a dump would have it, bytes as they lie there. */
export async function dumpOf({ db }: TestContext): Promise<string> {
  const tables = await db.pool.query("select tablename from pg_tables where schemaname = 'public' order by 1")
  const parts: string[] = []
  for (const { tablename } of tables.rows) {
    const { rows } = await db.pool.query(`select to_jsonb(t)::text as row from "${tablename}" t order by 1`)
    parts.push(`${tablename}:\n${rows.map((row) => row.row).join('\n')}`)
  }
  return parts.join('\n')
}
