import { runMigrations, SchemaVersionMismatchError } from 'bullmq'
import type pg from 'pg'
import { StartError } from '../start-error.ts'

/** Brings BullMQ's own tables (schema `bullmq`) up to date. Several processes may call it at once. */
export async function migrateJobs(pool: pg.Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await runMigrations(client)
  } catch (error) {
    if (!(error instanceof SchemaVersionMismatchError)) throw error
    throw new StartError(
      'The job tables in this database belong to a newer version of Lettercourse: start that version or a later one.',
    )
  } finally {
    client.release()
  }
}
