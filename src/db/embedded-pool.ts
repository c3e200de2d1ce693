import type { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { EmbeddedSession } from './embedded-session.ts'
import { EmbeddedSocket } from './embedded-socket.ts'

/**
 * A real `pg.Pool` whose connections end in a PGlite of this process instead of a server. Connections cost
 * nothing here (all share PGlite's one session, in turn), so there may be many: BullMQ keeps one a worker.
 */
export function embeddedPool(db: PGlite): pg.Pool {
  const session = new EmbeddedSession(db)
  return new pg.Pool({
    max: 100,
    idleTimeoutMillis: 0,
    user: 'postgres',
    password: 'embedded',
    database: 'postgres',
    host: 'embedded',
    ssl: false,
    stream: (() => new EmbeddedSocket(session)) as unknown as pg.PoolConfig['stream'],
  })
}
