/** Run by `contract.test.ts` as a process of its own: takes a job, says so, and never ends it. */
import { openDatabase } from '../../src/db/open-database.ts'
import { openJobs } from '../../src/jobs/open-jobs.ts'

const [kind, place] = process.argv.slice(2) as [string, string]
const log = { warn: console.error, error: console.error }

const jobs = await openJobs({ ...(await backend()), log, lockDuration: 1_000 })
await jobs.startWorker('submit-batch', () => {
  process.stdout.write('handling')
  return new Promise(() => {})
})
await jobs.enqueue('submit-batch', { batchId: 'left behind' })

async function backend() {
  if (kind === 'redis') {
    const [redisUrl, prefix] = JSON.parse(place) as [string, string]
    return { redisUrl, prefix, pool: undefined as never }
  }
  const options = kind === 'embedded' ? { dataDir: place } : { databaseUrl: place }
  return { pool: (await openDatabase(options)).pool }
}
