import { inject } from 'vitest'
import { expect, onTestFinished, test } from 'vitest'
import { openTestDatabase } from '../support/database.ts'

for (const kind of ['postgres', 'embedded'] as const) {
  test.skipIf(kind === 'postgres' && !inject('postgresUrl'))(
    `a test has a migrated ${kind} database of its own`,
    async () => {
      const one = await openTestDatabase(kind)
      onTestFinished(() => one.close())
      const other = await openTestDatabase(kind)
      onTestFinished(() => other.close())
      await one.pool.query('create table mine (id int)')
      const { rows } = await other.pool.query(
        `select to_regclass('mine') as mine, to_regclass('migrations') as migrations`,
      )
      expect(rows).toEqual([{ mine: null, migrations: 'migrations' }])
    },
  )
}
