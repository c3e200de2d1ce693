import { Hono } from 'hono'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { findGivenUp } from '../../mail-events/given-up.ts'

/** /healthz: the process answers. /readyz: database and queues answer too. /metrics: numbers for Prometheus. */
export function healthRoutes(context: Context) {
  const registry = metricsOf(context)
  return new Hono()
    .get('/healthz', (c) => c.text('ok'))
    .get('/readyz', async (c) => {
      try {
        await sql`select 1`.execute(context.db.kysely)
        await context.jobs.health()
        return c.text('ready')
      } catch {
        return c.text('the database or the queues do not answer', 503)
      }
    })
    .get('/metrics', async (c) =>
      c.body(await registry.metrics(), 200, { 'content-type': registry.contentType }),
    )
}

function metricsOf({ db, jobs, clock }: Context): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  new Gauge({
    name: 'lettercourse_jobs',
    help: 'Jobs in each queue by state',
    labelNames: ['queue', 'state'],
    registers: [registry],
    async collect() {
      for (const [queue, counts] of Object.entries(await jobs.counts()))
        for (const [state, count] of Object.entries(counts)) this.set({ queue, state }, count)
    },
  })
  new Gauge({
    name: 'lettercourse_overdue_enrollments',
    help: 'Readers whose lesson is due and not claimed',
    registers: [registry],
    async collect() {
      const { count } = await db.kysely
        .selectFrom('enrollments')
        .select((eb) => eb.fn.countAll<string>().as('count'))
        .where('next_due_at', '<=', clock.now())
        .executeTakeFirstOrThrow()
      this.set(Number(count))
    },
  })
  new Gauge({
    name: 'lettercourse_open_batches',
    help: 'Batches that have not left, by whether a person must look at them',
    labelNames: ['needs_look'],
    registers: [registry],
    async collect() {
      const { rows } = await sql<{ needs_look: boolean; count: string }>`
        select needs_look_at is not null as needs_look, count(*) from batches
        where submitted_at is null and refused_at is null group by 1`.execute(db.kysely)
      this.reset()
      for (const row of rows) this.set({ needs_look: String(row.needs_look) }, Number(row.count))
    },
  })
  new Gauge({
    name: 'lettercourse_given_up_mail_events',
    help: 'Events from Resend that failed so often that they wait for a person',
    registers: [registry],
    async collect() {
      this.set((await findGivenUp(db.kysely)).count)
    },
  })
  return registry
}
