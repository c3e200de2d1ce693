/** `npm start`: everything in one process. */
import { readConfig, readEnvironment } from './config.ts'
import { makeAdminLink } from './admins/make-admin-link.ts'
import { createApp } from './app.tsx'
import { closeContext, openContext } from './context.ts'
import { seedChecked } from './web/admin/sequences/seed-checked.ts'
import { listOpen } from './sequences/queries.ts'
import { listen, run } from './serve.ts'
import { openOwnMailbox } from './web/mailbox/mount-mailbox.ts'
import { startWorkers } from '../workers/index.ts'

await run(async () => {
  const asked = readConfig()
  const server = await listen(asked.port)
  const config =
    asked.port === server.port ? asked : readConfig({ ...readEnvironment(), PORT: String(server.port) })
  const context = await openContext(config, (line) => console.log(line))
  const now = context.clock.now()
  const seeded = await seedChecked(context, 'sequences', now)
  for (const slug of seeded) console.log(`New course from its files: ${slug}`)

  const mailbox = config.resend ? undefined : await openOwnMailbox(context)
  server.ready(createApp(context, mailbox).fetch)
  await startWorkers(context)

  const courses = await listOpen(context.db.kysely)
  console.log('\nLettercourse is running. Ctrl-C stops it; starting again goes on where it was.\n')
  console.log(`  Course    ${config.publicUrl}/${courses[0] ? `courses/${courses[0].slug}` : ''}`)
  if (mailbox) console.log(`  Mailbox   ${config.publicUrl}/mailbox`)
  console.log(`  Admin     ${await makeAdminLink(context, { now: new Date() })}`)
  if (mailbox)
    console.log(
      '\nNo RESEND_API_KEY is set, so mail stays in the mailbox. `npm run -s lettercourse -- doctor` says what production needs.',
    )

  return {
    async close() {
      await server.close()
      await context.jobs.closeWorkers()
      await mailbox?.close()
      await closeContext(context)
    },
  }
})
