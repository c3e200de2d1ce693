/** Run by `embedded-on-disk.test.ts` as a process of its own: says each number once it is stored. */
import { writeSync } from 'node:fs'
import { openDatabase } from '../../src/db/open-database.ts'

const [dataDir] = process.argv.slice(2) as [string]
const { pool } = await openDatabase({ dataDir })
await pool.query('create table if not exists kept (n int primary key)')
for (let n = 1; ; n++) {
  await pool.query('insert into kept values ($1)', [n])
  writeSync(1, `${n}\n`)
}
