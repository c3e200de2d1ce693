import { join } from 'node:path'
import type { Context } from '../../context.ts'
import { mailOptions } from '../../context.ts'
import { claimAllDue } from '../../enrollments/claim-due-lessons.ts'
import { nextDueInstant } from '../../enrollments/queries.ts'
import { submitLeftBehind } from '../../deliveries/queue-mail.ts'
import { processLeftBehind } from '../../mail-events/store-mail-event.ts'
import { type Mailbox, openMailbox } from '../../mailbox/mailbox.ts'

const DAY_MS = 86_400_000

/** Opens the stand-in of Resend for this server. Only where there is no API key. */
export function openOwnMailbox(context: Context): Promise<Mailbox> {
  const { config, clock, secrets } = context
  const own = `http://localhost:${config.port}`
  const mailbox = openMailbox({
    webhookUrl: `${own}/webhooks/resend`,
    webhookSecret: mailOptions(config, secrets).webhookSecret,
    now: () => clock.now(),
    journal: join(config.dataDir, 'mailbox.jsonl'),
    replyDomain: config.replyDomain,
    publicUrl: () => `${own}/mailbox`,
    courseUrl: '/',
    adminUrl: '/admin',
    nextDay: () => nextDay(context, mailbox),
  })
  return mailbox
}

/**
 * Lives a day at once: stops at each instant at which somebody is due, so every letter leaves at its own hour, and waits
 * there until all of it has arrived before time goes on.
 */
async function nextDay(context: Context, mailbox: Promise<Mailbox>): Promise<void> {
  const { clock, db } = context
  const end = new Date(clock.now().getTime() + DAY_MS)
  await claimAllDue(context, clock.now())
  await untilQuiet(context, await mailbox)
  for (;;) {
    const due = await nextDueInstant(db.kysely, clock.now(), end)
    await clock.moveTo(due ?? end)
    await claimAllDue(context, due ?? end)
    await untilQuiet(context, await mailbox)
    if (!due) return
  }
}

const PATIENCE_MS = 20_000
const STUCK_MS = 2_500

/** Every batch submitted, every event delivered and processed; or patience ends, and the page shows what there is. */
async function untilQuiet(context: Context, mailbox: Mailbox): Promise<void> {
  const started = performance.now()
  let pushed = false
  while (performance.now() - started < PATIENCE_MS) {
    await mailbox.settled()
    if (await isQuiet(context)) return
    await new Promise((resolve) => setTimeout(resolve, 40))
    // Something is stuck, behind the job of a process that was killed perhaps: put it in the queues once more.
    if (!pushed && performance.now() - started > STUCK_MS) {
      pushed = true
      await submitLeftBehind(context, context.clock.now(), { all: true })
      await processLeftBehind(context, context.clock.now(), { all: true })
    }
  }
}

async function isQuiet({ db }: Context): Promise<boolean> {
  const open = await db.kysely
    .selectFrom('batches')
    .select('id')
    .where('submitted_at', 'is', null)
    .where('refused_at', 'is', null)
    .where('needs_look_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  const event = await db.kysely
    .selectFrom('mail_events')
    .select('svix_id')
    .where('processed_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return !open && !event
}
