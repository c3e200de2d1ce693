import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { migrate } from '../../src/db/migrate.ts'
import { newId } from '../../src/db/new-id.ts'
import { findOpen, findSequence, listOpen, setOpened } from '../../src/sequences/queries.ts'
import { seedSequences } from '../../src/sequences/seed-sequences.ts'
import { openTestDatabase } from '../support/database.ts'

const now = new Date('2027-03-08T15:00:00Z')

async function database() {
  const db = await openTestDatabase()
  onTestFinished(() => db.close())
  return db
}

test('courses from before there was such a thing are open', async () => {
  const { pool, kysely } = await database()
  const before = mkdtempSync(path.join(tmpdir(), 'lettercourse-before-'))
  onTestFinished(() => rmSync(before, { recursive: true }))
  mkdirSync(before, { recursive: true })
  copyFileSync('src/db/migrations/0001_first.sql', path.join(before, '0001_first.sql'))
  await pool.query('drop schema public cascade; create schema public')
  await migrate(pool, before)
  await pool.query('insert into sequences (id, slug, created_at) values ($1, $2, $3)', [
    newId(now),
    'old',
    now,
  ])
  await migrate(pool)
  expect((await findSequence(kysely, 'old'))!.opened_at).toEqual(now)
})

test('a seeded course is open; closed, readers know nothing of it', async () => {
  const { kysely } = await database()
  await seedSequences(kysely, 'sequences', now)
  const [course] = await listOpen(kysely)
  expect((await findOpen(kysely, course!.slug))?.id).toBe(course!.id)
  await setOpened(kysely, course!.sequenceId, null)
  expect(await findOpen(kysely, course!.slug)).toBeUndefined()
  expect(await listOpen(kysely)).toEqual([])
})
