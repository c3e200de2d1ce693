/** The whole application as a newcomer has it, on ports of its own and a clock the test moves; only the network is ours. */
import { randomUUID } from 'node:crypto'
import { type Logger, pino } from 'pino'
import { startWorkers } from '../../workers/index.ts'
import { createApp } from '../../src/app.tsx'
import { readConfig } from '../../src/config.ts'
import { mailOptions } from '../../src/context.ts'
import { claimAllDue } from '../../src/enrollments/claim-due-lessons.ts'
import { nextDueInstant } from '../../src/enrollments/queries.ts'
import { openJobs } from '../../src/jobs/open-jobs.ts'
import { openMail } from '../../src/mail/open-mail.ts'
import { type AcceptedEmail, type Mailbox, openMailbox } from '../../src/mailbox/mailbox.ts'
import { openSecrets } from '../../src/secrets.ts'
import { listen } from '../../src/serve.ts'
import { openTestDatabase } from './database.ts'
import { type TestClock, type TestContext, testClock, testContext } from './context.ts'

export interface TestApp {
  context: TestContext
  mailbox: Mailbox
  clock: TestClock
  url: string
  /** Everything the stand-in accepted, in order. */
  accepted: AcceptedEmail[]
  /** Waits until nothing is left to send, deliver or process. */
  quiet(): Promise<void>
  /** Moves to `instant`, stopping at every due instant on the way. */
  liveUntil(instant: Date | string): Promise<void>
  close(): Promise<void>
}

export async function startApp(
  options: { at?: Date | string; requestsPerSecond?: number; log?: Logger } = {},
): Promise<TestApp> {
  const clock = testClock(options.at)
  const server = await listen(0)
  const config = readConfig({
    PORT: String(server.port),
    SECRET_KEY: `test-${randomUUID()}-${randomUUID()}`,
    LOG_LEVEL: 'error',
  })
  const secrets = openSecrets(config.secretKeys!)
  const sending = mailOptions(config, secrets)
  const db = await openTestDatabase()
  const accepted: AcceptedEmail[] = []
  const url = `http://localhost:${server.port}`
  const mailbox = await openMailbox({
    webhookUrl: `${url}/webhooks/resend`,
    webhookSecret: sending.webhookSecret,
    now: () => clock.now(),
    publicUrl: () => `${url}/mailbox`,
    replyDomain: config.replyDomain,
    requestsPerSecond: options.requestsPerSecond ?? 50,
    onAccepted: (email) => accepted.push(email),
  })
  const log = options.log ?? pino({ level: 'silent' })
  const jobs = await openJobs({ pool: db.pool, log })
  const context = await testContext({ config, db, clock, jobs, log, mail: openMail(sending) })
  const app = createApp(context, mailbox)
  server.ready(app.fetch)
  await startWorkers(context)

  async function quiet() {
    for (let calm = 0; calm < 2; ) {
      await mailbox.settled()
      calm = (await isQuiet(context)) ? calm + 1 : 0
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  return {
    context,
    mailbox,
    clock,
    url,
    accepted,
    quiet,
    async liveUntil(instant) {
      const end = new Date(instant)
      await claimAllDue(context, clock.now())
      await quiet()
      for (;;) {
        const due = await nextDueInstant(db.kysely, clock.now(), end)
        clock.set(due ?? end)
        await claimAllDue(context, due ?? end)
        await quiet()
        if (!due) return
      }
    },
    async close() {
      await server.close()
      await jobs.close()
      await mailbox.close()
      await db.close()
    },
  }
}

async function isQuiet({ db, jobs }: TestContext): Promise<boolean> {
  const open = await db.kysely
    .selectFrom('batches')
    .select('id')
    .where('submitted_at', 'is', null)
    .where('refused_at', 'is', null)
    .where('needs_look_at', 'is', null)
    .executeTakeFirst()
  const event = await db.kysely
    .selectFrom('mail_events')
    .select('svix_id')
    .where('processed_at', 'is', null)
    .executeTakeFirst()
  return !open && !event && (await jobs.idle())
}
