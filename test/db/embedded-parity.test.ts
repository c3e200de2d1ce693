import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

/** What a pool says to a statement, errors included, so that two pools can be compared. */
async function say(pool: pg.Pool, query: string | pg.QueryConfig | pg.QueryArrayConfig, values?: unknown[]) {
  try {
    const result = await pool.query(query as string, values)
    return [result].flat().map(({ command, rowCount, rows, fields }) => {
      return { command, rowCount, rows, fields: fields.map(({ name, dataTypeID }) => [name, dataTypeID]) }
    })
  } catch (error) {
    const { name, code, message, constraint, table, column, detail, severity, position } =
      error as pg.DatabaseError
    const kind = (error as Error).constructor.name
    return { kind, name, code, message, constraint, table, column, detail, severity, position }
  }
}

const statements: [string | pg.QueryConfig | pg.QueryArrayConfig, unknown[]?][] = [
  ['select 1::int2 a, 2::int4 b, 3::int8 c, 4.5::numeric d, 5.5::float8 e, true f, null g'],
  ['select $1::int8 a, $2::numeric b', [9007199254740993n, '12345678901234567890.5']],
  [`select '{"a":[1,null]}'::json a, '{"b":"ü"}'::jsonb b`],
  ['select $1::jsonb a, $2::json b, $3::jsonb c', [{ a: 1, b: ['x'] }, JSON.stringify([1, 2]), null]],
  [
    `select '2026-03-29T01:30:00.123456Z'::timestamptz a, '2026-03-29 01:30'::timestamp b, '2026-03-29'::date c`,
  ],
  ['select $1::timestamptz a, $2::date b', [new Date('2026-10-25T00:30:00.001Z'), '2026-10-25']],
  [`select '\\x00ff'::bytea a, $1::bytea b`, [Buffer.from([0, 1, 255])]],
  ['select $1::text[] a, $2::int[] b, $3::timestamptz[] c', [['x', 'y,"z\\', null], [1, 2], [new Date(0)]]],
  [`select array[1,2]::int8[] a, array[[1,2],[3,4]] b, '{}'::text[] c, array['a','b']::uuid[] d`],
  [`select interval '1 day 2 hours' a, '01:02:03'::time b, 'b3c6f0f2-3a3b-4b0e-9a55-0242ac130002'::uuid c`],
  [`select 'ünïcödé 👋' as "ä name", E'line\\nbreak' b, ''::text c`],
  ['select 1 as a, 2 as a'],
  [{ text: 'select 1 as a, 2 as a, $1::text b', values: ['x'], rowMode: 'array' }],
  [{ text: 'select $1::int + 1 as next', values: [41], name: 'add-one' }],
  [{ text: 'select $1::int + 1 as next', values: [42], name: 'add-one' }],
  ['create table reader (id int primary key, email text not null unique, age int check (age > 0))'],
  ['create table letter (id int generated always as identity, reader_id int references reader)'],
  ['insert into reader values (1, $1, 30), (2, $2, 31)', ['a@x.org', 'b@x.org']],
  ['insert into letter (reader_id) values (1) returning *'],
  ['update reader set age = age + 1 where id > $1', [0]],
  ['update reader set age = 5 where id = 99 returning id'],
  ['delete from reader where id = 99'],
  ["insert into reader values (3, 'a@x.org', 30)"],
  ["insert into reader values (3, 'c@x.org', 30) on conflict do nothing returning id"],
  ["insert into reader values (4, 'd@x.org', -1)"],
  ['insert into reader values (5, null, 1)'],
  ['delete from reader where id = 1'],
  ['select * from reader order by id for update skip locked'],
  ['select nothing_here'],
  ['select * from no_table'],
  ['selec 1'],
  ['select 1 / 0'],
  ['select $1::int', ['not a number']],
  ['select $1::int, $2::int', [1]],
  ['select 1 as a; select 2 as b; update reader set age = 7'],
  ['select 1 as a; select nope; select 3 as c'],
  [''],
  ['-- only a comment'],
  ['-- a comment\nselect 1 as a'],
  ['do $$ begin raise exception $q$custom$q$ using errcode = $q$P0042$q$; end $$'],
  ['select count(*) from generate_series(1, 1000)'],
  ['select i, repeat($q$x$q$, 1000) as filler from generate_series(1, 2000) i'],
  ['select $1::text as long', ['y'.repeat(2_000_000)]],
  ['select pg_advisory_xact_lock(1), pg_try_advisory_xact_lock(2) as two'],
  ['explain (costs off) select 1'],
  ['show search_path'],
  ['show timezone'],
  [
    `select '2026-03-29T23:30:00-05:00'::timestamptz::text a, '2026-03-29T23:30:00-05:00'::timestamptz::date::text b`,
  ],
]

describe.skipIf(!inject('postgresUrl'))('the embedded pool answers as a server does', () => {
  let server: TestDatabase
  let embedded: TestDatabase
  beforeAll(async () => {
    ;[server, embedded] = await Promise.all([openTestDatabase('postgres'), openTestDatabase('embedded')])
  })
  afterAll(() => Promise.all([server?.close(), embedded?.close()]))

  test.each(statements)('%j', async (query, values) => {
    expect(await say(embedded.pool, query, values)).toEqual(await say(server.pool, query, values))
  })

  test('through kysely, with a transaction that is rolled back', async () => {
    for (const { kysely } of [server, embedded]) {
      const table = kysely as unknown as import('kysely').Kysely<{
        reader: { id: number; email: string; age: number }
      }>
      const failed = table.transaction().execute(async (transaction) => {
        await transaction.insertInto('reader').values({ id: 50, email: 'z@x.org', age: 1 }).execute()
        throw new Error('changed our mind')
      })
      await expect(failed).rejects.toThrow('changed our mind')
      expect(await table.selectFrom('reader').select('id').where('id', '=', 50).execute()).toEqual([])
      const updated = await table.updateTable('reader').set({ age: 8 }).where('id', '=', 2).executeTakeFirst()
      expect(updated.numUpdatedRows).toBe(1n)
    }
  })
})
