import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import path from 'node:path'
import type pg from 'pg'
import { StartError } from '../start-error.ts'

interface Migration {
  name: string
  sql: string
  checksum: string
}

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url))
/** Spells "LTTR"; any number does that nobody else locks. */
const LOCK = 0x4c545452

/**
 * Brings the database to the newest of the numbered files in `directory`, each in a transaction of its own.
 * Several processes may call it at once.
 * @returns the names applied now, in order.
 * @throws StartError when the database was migrated by a newer version, or an applied file has changed since.
 */
export async function migrate(pool: pg.Pool, directory = MIGRATIONS): Promise<string[]> {
  const migrations = readMigrations(directory)
  const applied: string[] = []
  const client = await pool.connect()
  try {
    await inTransaction(client, async () => {
      await client.query(
        'create table if not exists migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
      )
      await assertKnown(client, migrations)
    })
    for (const migration of migrations) {
      const isNew = await inTransaction(client, () => apply(client, migration))
      if (isNew) applied.push(migration.name)
    }
  } finally {
    client.release()
  }
  return applied
}

/** Every number once, in order; anything else in the directory is a mistake worth failing for. */
export function readMigrations(directory = MIGRATIONS): Migration[] {
  if (!existsSync(directory)) return []
  const files = readdirSync(directory)
    .filter((file) => file.endsWith('.sql'))
    .sort()
  const numbers = new Set<string>()
  return files.map((file) => {
    const number = /^(\d{4})_[a-z0-9_-]+\.sql$/.exec(file)?.[1]
    if (!number || numbers.has(number))
      throw new Error(`${file}: a migration is named NNNN_name.sql, each number once`)
    numbers.add(number)
    const sql = readFileSync(path.join(directory, file), 'utf8').replaceAll('\r\n', '\n')
    return {
      name: file.slice(0, -'.sql'.length),
      sql,
      checksum: createHash('sha256').update(sql).digest('hex'),
    }
  })
}

async function assertKnown(client: pg.PoolClient, migrations: Migration[]): Promise<void> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migrations order by name',
  )
  for (const row of rows) {
    const known = migrations.find((migration) => migration.name === row.name)
    if (!known) {
      throw new StartError(
        `The database was migrated by a newer version of Lettercourse (it has ${row.name}, which this one does not know): start that version or a later one.`,
      )
    }
    if (known.checksum !== row.checksum) {
      throw new StartError(
        `The migration ${row.name} has been edited since this database was migrated with it: restore the file and write a new migration for the change.`,
      )
    }
  }
}

async function apply(client: pg.PoolClient, { name, sql, checksum }: Migration): Promise<boolean> {
  const { rowCount } = await client.query('select 1 from migrations where name = $1', [name])
  if (rowCount) return false
  try {
    await client.query(sql)
  } catch (error) {
    const { message, position } = error as pg.DatabaseError
    const line = position ? `, line ${sql.slice(0, Number(position)).split('\n').length}` : ''
    throw new Error(`migration ${name}${line}: ${message}`, { cause: error })
  }
  await client.query('insert into migrations (name, checksum) values ($1, $2)', [name, checksum])
  return true
}

async function inTransaction<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    // Held to the end of the transaction: a second process waits here and then finds the work done.
    await client.query('select pg_advisory_xact_lock($1)', [LOCK])
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}
