/** `npm run worker`: the workers alone; as many as needed, beside `npm run web`. */
import { readConfig } from './config.ts'
import { startWorkers } from '../workers/index.ts'
import { closeContext, openContext } from './context.ts'
import { run } from './serve.ts'
import { StartError } from './start-error.ts'

await run(async () => {
  const config = readConfig()
  if (!config.databaseUrl)
    throw new StartError(
      'Web and worker processes need a database they share: set DATABASE_URL, or use npm start for everything in one process.',
    )
  const context = await openContext(config, (line) => console.log(line))
  await startWorkers(context)
  console.log(`Working (queues in ${context.jobs.backend === 'redis' ? 'Redis' : 'Postgres'}).`)
  return {
    async close() {
      await context.jobs.closeWorkers()
      await closeContext(context)
    },
  }
})
