import pg from 'pg'
import { StartError } from '../start-error.ts'

/** A pool on a PostgreSQL server that has answered once. */
export async function openPostgres(databaseUrl: string): Promise<{ pool: pg.Pool; close(): Promise<void> }> {
  let pool: pg.Pool
  try {
    pool = new pg.Pool({
      connectionString: databaseUrl,
      max: 10,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
      application_name: 'lettercourse',
      verify: useUtc,
    })
  } catch {
    throw new StartError(
      'DATABASE_URL is not a PostgreSQL address such as postgres://user:password@host:5432/name.',
    )
  }
  // A connection that breaks while idle is replaced on next use; without a listener it would end the process.
  pool.on('error', () => {})
  // So it would when it breaks between two statements of a transaction; the next statement says so to whoever waits.
  pool.on('connect', (client) => client.on('error', () => {}))
  try {
    await pool.query('select 1')
  } catch (error) {
    await pool.end()
    throw new StartError(whyUnreachable(error as NodeJS.ErrnoException, databaseUrl))
  }
  return { pool, close: () => pool.end() }
}

/** As embedded: what a cast between a day and an instant means must not depend on the server's settings. */
const useUtc: pg.PoolConfig['verify'] = (client, done) => {
  client.query(`set timezone to 'UTC'`).then(() => done(), done)
}

function whyUnreachable(error: NodeJS.ErrnoException, databaseUrl: string): string {
  const { host, database, user } = partsOf(databaseUrl)
  switch (error.code) {
    case '28P01':
    case '28000':
      return `The PostgreSQL server at ${host} does not let "${user}" in: check the user and password in DATABASE_URL (${error.message}).`
    case '3D000':
      return `The PostgreSQL server at ${host} has no database "${database}": create it (createdb ${database}), or correct DATABASE_URL.`
    case 'ECONNREFUSED':
      return `Nothing answers at ${host}: start the PostgreSQL server that DATABASE_URL names, or unset DATABASE_URL to use the embedded database.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host in DATABASE_URL (${host}) cannot be found: check its name and your network.`
    default:
      return `The PostgreSQL database in DATABASE_URL (${host}) cannot be opened: ${error.message || error.code}.`
  }
}

function partsOf(databaseUrl: string): { host: string; database: string; user: string } {
  try {
    const url = new URL(databaseUrl)
    const user = decodeURIComponent(url.username)
    return {
      host: url.host || 'localhost',
      database: decodeURIComponent(url.pathname.slice(1)) || user,
      user,
    }
  } catch {
    return { host: 'the server', database: '', user: '' }
  }
}
