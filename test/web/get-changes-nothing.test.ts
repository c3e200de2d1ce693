/** Scanners follow every link of every mail, with GET and HEAD. The database must be the same afterwards. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp({ at: '2027-01-11T15:00:00Z' })
})
afterAll(() => app.close())

/** Every row of every table of ours, as one text. */
async function everything(): Promise<string> {
  const { pool } = app.context.db
  const tables = await pool.query(
    "select tablename from pg_tables where schemaname = 'public' and tablename not in ('sending') order by 1",
  )
  const parts = await Promise.all(
    tables.rows.map(async ({ tablename }) => {
      const { rows } = await pool.query(`select to_jsonb(t)::text as row from "${tablename}" t order by 1`)
      return `${tablename}: ${rows.map((r) => r.row).join('\n')}`
    }),
  )
  return parts.join('\n')
}
const post = (path: string, fields: Record<string, string> = {}) =>
  fetch(app.url + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
const linksOf = (html: string) =>
  [...html.matchAll(/href="(http:\/\/localhost[^"]+)"/g)].map((match) => match[1]!.replaceAll('&amp;', '&'))

test('opening every link of every mail changes nothing', async () => {
  const form = {
    email: 'ruth@readers.localhost',
    first_name: 'Ruth',
    timezone: 'Europe/Berlin',
    send_time: '08:00',
  }
  const { seedSequences } = await import('../../src/sequences/seed-sequences.ts')
  await seedSequences(app.context.db.kysely, 'sequences', app.clock.now())
  await post('/signups', { course: 'wanting-to-be-wanted', ...form })
  await app.quiet()
  const confirmation = app.accepted[0]!
  const open = async () => {
    const before = await everything()
    const links = new Set(
      app.accepted.flatMap((mail) => [
        ...linksOf(mail.html!),
        ...(mail.headers['List-Unsubscribe']?.match(/http[^>]+/g) ?? []),
      ]),
    )
    for (const link of links)
      for (const method of ['GET', 'HEAD'])
        expect([link, (await fetch(link, { method })).status]).toEqual([link, 200])
    await app.quiet()
    expect(await everything()).toBe(before)
    return links.size
  }
  expect(await open()).toBe(1)
  await post(new URL(linksOf(confirmation.html!)[0]!).pathname)
  await app.liveUntil('2027-01-13T12:00:00Z')
  expect(app.accepted).toHaveLength(4)
  expect(await open()).toBeGreaterThanOrEqual(6)
})

test('an unsubscribe link answers 200 to any POST, and twice is the same as once', async () => {
  const lesson = app.accepted.at(-1)!
  const path = new URL(lesson.headers['List-Unsubscribe']!.slice(1, -1)).pathname
  const body = new FormData()
  body.append('List-Unsubscribe', 'One-Click')
  for (let i = 0; i < 2; i += 1) {
    const answer = await fetch(app.url + path, { method: 'POST', body })
    expect([answer.status, await answer.text()]).toEqual([200, ''])
  }
  expect((await post('/unsubscribe/nobody-knows-this', { 'List-Unsubscribe': 'One-Click' })).status).toBe(200)
  const { rows } = await app.context.db.pool.query(
    'select unsubscribed_at is not null as left, next_due_at from enrollments',
  )
  expect(rows).toEqual([{ left: true, next_due_at: null }])
})

test('a reader pauses, changes the hour and goes on, by the link in a letter and without a password', async () => {
  await app.context.db.pool.query('update enrollments set unsubscribed_at = null')
  const lesson = app.accepted.at(-1)!
  const page = linksOf(lesson.html!).find((link) => link.includes('/me/'))!
  const { rows } = await app.context.db.pool.query('select id from enrollments')
  const change = (fields: Record<string, string>) =>
    post(new URL(page).pathname, { enrollment: rows[0].id, ...fields })
  const due = async () =>
    (await app.context.db.pool.query('select next_due_at from enrollments')).rows[0].next_due_at
  expect((await change({ do: 'resume' })).status).toBe(303)
  expect((await due()).toISOString()).toBe('2027-01-14T07:00:00.000Z')
  await change({ do: 'schedule', send_time: '21:15', timezone: 'America/New_York' })
  expect((await due()).toISOString()).toBe('2027-01-15T02:15:00.000Z')
  await change({ do: 'pause', until: '' })
  expect(await due()).toBeNull()
  expect((await change({ do: 'schedule', send_time: '25:99', timezone: 'Nowhere' })).status).toBe(422)
  expect(
    (await post('/me/aaaaaaaaaaaaaaaaaaaaaaaaaa', { do: 'resume', enrollment: rows[0].id })).status,
  ).toBe(404)
})
