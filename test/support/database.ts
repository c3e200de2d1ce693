import { openAsBlob } from 'node:fs'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../../src/db/open-database.ts'
import { dropDatabase, embeddedTemplate, urlOf } from './template.ts'

let databases = 0

export interface TestDatabase extends Database {
  /** What another process would connect to; undefined when embedded. */
  url: string | undefined
}

/**
 * A migrated database of the test's own, on Postgres when there is one and embedded otherwise; `kind` asks for
 * one of the two. Close it in `afterAll` or `onTestFinished`.
 */
export async function openTestDatabase(
  kind: Database['kind'] = inject('postgresUrl') ? 'postgres' : 'embedded',
): Promise<TestDatabase> {
  return kind === 'postgres' ? openOnServer() : openEmbedded()
}

async function openEmbedded(): Promise<TestDatabase> {
  const database = await openDatabase({ loadDataDir: await openAsBlob(await embeddedTemplate()) })
  return { ...database, url: undefined }
}

async function openOnServer(): Promise<TestDatabase> {
  const serverUrl = inject('postgresUrl')
  const template = inject('postgresTemplate')
  if (!serverUrl || !template) {
    throw new Error(inject('templateProblem') ?? 'there is no PostgreSQL server to test with')
  }
  const name = `lettercourse_test_${process.pid}_${Date.now()}_${++databases}`
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  await copy(admin, name, template)
  await admin.end()
  const url = urlOf(serverUrl, name)
  const database = await openDatabase({ databaseUrl: url })
  return {
    ...database,
    url,
    close: async () => {
      await database.close()
      await dropDatabase(serverUrl, name)
    },
  }
}

/** A template that somebody is copying at this moment cannot be copied by another: wait for them. */
async function copy(admin: pg.Client, name: string, template: string): Promise<void> {
  await admin.query('select pg_advisory_lock(54484)')
  await admin.query(`create database ${name} template ${template}`)
  await admin.query('select pg_advisory_unlock(54484)')
}
