import type { TestProject } from 'vitest/node'
import { findPostgres } from './postgres.ts'
import { findRedis } from './redis.ts'
import { dropDatabase, makePostgresTemplate } from './template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server to make databases on, when there is one. */
    postgresUrl: string | undefined
    postgresTemplate: string | undefined
    templateProblem: string | undefined
    redisUrl: string | undefined
  }
}

/** Once a run: starts what is installed, so that tests can have a real Postgres and Redis without any setup. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const [postgres, redis] = await Promise.all([findPostgres(), findRedis()])
  // A migration that does not run fails the tests that need a database, and only those.
  const template = postgres && (await makePostgresTemplate(postgres.url).catch((error: Error) => error))
  provide('postgresUrl', postgres?.url)
  provide('postgresTemplate', template instanceof Error ? undefined : template)
  provide('templateProblem', template instanceof Error ? template.message : undefined)
  provide('redisUrl', redis?.url)
  return async () => {
    if (typeof template === 'string') await dropDatabase(postgres!.url, template)
    await Promise.all([postgres?.stop(), redis?.stop()])
  }
}
