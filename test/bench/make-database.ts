import pg from 'pg'
import { migrate } from '../../src/db/migrate.ts'
import { openDatabase } from '../../src/db/open-database.ts'
import { seedSequences } from '../../src/sequences/seed-sequences.ts'
import { type Course, findCourse, prepareLoading } from './load-readers.ts'

export interface BenchDatabase {
  url: string
  pool: pg.Pool
  course: Course
  close(): Promise<void>
}

/** A database of its own with the first course published in it. */
export async function makeDatabase(serverUrl: string, name: string): Promise<BenchDatabase> {
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const { pool, kysely, close } = await openDatabase({ databaseUrl: url.href })
  await migrate(pool)
  await seedSequences(kysely, 'sequences', new Date())
  await prepareLoading(pool)
  return { url: url.href, pool, course: await findCourse(pool, 'wanting-to-be-wanted'), close }
}
