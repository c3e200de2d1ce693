import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { openEmbedded } from './open-embedded.ts'
import { openPostgres } from './open-postgres.ts'
import type { Schema } from './schema.ts'

export interface Database {
  kind: 'embedded' | 'postgres'
  /** A real `pg.Pool` either way; embedded, its connections end in this process. */
  pool: pg.Pool
  kysely: Kysely<Schema>
  close(): Promise<void>
}

export interface DatabaseOptions {
  /** A PostgreSQL server. Without it Postgres runs inside this process. */
  databaseUrl?: string
  /** Where the embedded database lives. Without it, in memory. One process at a time may use it. */
  dataDir?: string
  /** An uncompressed `dumpDataDir` to start an embedded database from; what tests use. */
  loadDataDir?: Blob
  /** Told, in a sentence, when something takes noticeably long. */
  onProgress?: (line: string) => void
}

/**
 * Opens the system of record. It is not migrated yet: call `migrate(database.pool)`.
 * @throws StartError when it cannot be opened for a reason a person has to remove.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { pool, close } = options.databaseUrl
    ? await openPostgres(options.databaseUrl)
    : await openEmbedded(options)
  rollBackForgottenTransactions(pool)
  return {
    kind: options.databaseUrl ? 'postgres' : 'embedded',
    pool,
    kysely: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }),
    close,
  }
}

/**
 * A client that comes back to the pool in the middle of a transaction would carry it to its next user, and
 * embedded it would keep everybody else waiting. `query` here is queued before whatever that user sends.
 */
function rollBackForgottenTransactions(pool: pg.Pool): void {
  pool.on('release', (error, client) => {
    const status = (
      client as pg.PoolClient & { getTransactionStatus(): string | null }
    ).getTransactionStatus()
    if (!error && status && status !== 'I') client.query('rollback').catch(() => {})
  })
}
