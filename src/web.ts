/** `npm run web`: the web server alone; as many as needed, beside `npm run worker`. */
import { readConfig } from './config.ts'
import { createApp } from './app.tsx'
import { closeContext, openContext } from './context.ts'
import { seedChecked } from './web/admin/sequences/seed-checked.ts'
import { listen, run } from './serve.ts'
import { openOwnMailbox } from './web/mailbox/mount-mailbox.ts'
import { StartError } from './start-error.ts'

await run(async () => {
  const config = readConfig()
  if (!config.databaseUrl)
    throw new StartError(
      'Web and worker processes need a database they share: set DATABASE_URL, or use npm start for everything in one process.',
    )
  const server = await listen(config.port)
  const context = await openContext(config, (line) => console.log(line))
  await seedChecked(context, 'sequences', context.clock.now())
  const mailbox = config.resend ? undefined : await openOwnMailbox(context)
  server.ready(createApp(context, mailbox).fetch)
  console.log(`Web is listening on ${config.publicUrl}`)
  return {
    async close() {
      await server.close()
      await mailbox?.close()
      await closeContext(context)
    },
  }
})
