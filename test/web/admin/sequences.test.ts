import { afterAll, beforeAll, expect, test } from 'vitest'
import { claimDueLessons } from '../../../src/enrollments/claim-due-lessons.ts'
import { findSequence, getRevision } from '../../../src/sequences/queries.ts'
import { aReader, formOf, openStudio, publishCourse, type Studio } from './studio-for-tests.ts'

let studio: Studio
let laurie: string
let mo: string
beforeAll(async () => {
  studio = await openStudio()
  laurie = await studio.signUp('Laurie', 'laurie@example.org')
  mo = await studio.signUp('Mo', 'mo@example.org')
  const id = await publishCourse(studio.context)
  await aReader(studio.context, id)
  await claimDueLessons(studio.context, studio.context.clock.now())
})
afterAll(() => studio.context.db.close())

const COURSE = '/admin/sequences/a-quiet-week'
const REST = `${COURSE}/lessons/rest`
const html = async (path: string, as = laurie) => (await studio.get(path, as)).text()
const published = async () => {
  const { kysely } = studio.context.db
  return getRevision(kysely, (await findSequence(kysely, 'a-quiet-week'))!.published_revision_id!)
}

test('the list and the course show where readers stand', async () => {
  expect(await html('/admin')).toContain('3 lessons · revision 1 · 1 under way · 0 finished')
  const page = await html(COURSE)
  expect(page).toMatch(/Listen<\/a>.*1 reader had it.*Rest<\/a>.*\d words · next for 1/s)
  expect(page).not.toContain('Unpublished changes')
  expect((await studio.get('/admin/sequences/no-such', laurie)).status).toBe(404)
})

test('an edit goes to the draft, and reaches readers when it is published', async () => {
  const form = formOf(await html(REST), REST)
  expect(form.markdown).toContain('some words on **Rest**.')
  const saved = await studio.post(
    REST,
    { ...form, markdown: 'Edited words.\r\nTwo lines.', wait: '3' },
    laurie,
  )
  expect(saved.status).toBe(303)
  expect((await published()).number).toBe(1)
  expect(await html(saved.headers.get('location')!)).toContain('Edited words.\nTwo lines.')

  const page = await html(COURSE)
  expect(page).toContain('Changed: “Rest” (text, waiting for a reply)')
  const publish = formOf(page, `${COURSE}/publish`)
  const done = await studio.post(`${COURSE}/publish`, { ...publish, note: 'softer' }, laurie)
  expect(done.status).toBe(303)
  const { number, lessons } = await published()
  expect(number).toBe(2)
  expect(lessons[1]).toMatchObject({ key: 'rest', markdown: 'Edited words.\nTwo lines.', waitAtMostDays: 3 })
  expect(await html(COURSE)).toMatch(/<strong>2<\/strong>.*by Laurie.*softer/s)
})

test('of two people saving one lesson the second is told, sees both texts, and loses nothing', async () => {
  const [hers, his] = [formOf(await html(REST), REST), formOf(await html(REST, mo), REST)]
  await studio.post(REST, { ...hers, markdown: 'Laurie’s words.' }, laurie)
  const second = await studio.post(REST, { ...his, markdown: 'Mo’s words.' }, mo)
  expect(second.status).toBe(409)
  const page = await second.text()
  expect(page).toContain('Laurie saved this lesson while you wrote')
  expect(page).toContain('Laurie’s words.')
  const again = formOf(page, REST)
  expect(again.markdown).toBe('Mo’s words.')
  expect((await studio.post(REST, again, mo)).status).toBe(303)
  expect(formOf(await html(REST), REST).markdown).toBe('Mo’s words.')
})

test('who previews in between, or makes a mistake, is still told', async () => {
  const his = formOf(await html(REST, mo), REST)
  await studio.post(REST, { ...formOf(await html(REST), REST), markdown: 'Laurie again.' }, laurie)
  const previewed = formOf(
    await (await studio.post(`${REST}/preview`, { ...his, markdown: 'Mo again.' }, mo)).text(),
    REST,
  )
  const mistaken = formOf(await (await studio.post(REST, { ...previewed, subject: '' }, mo)).text(), REST)
  expect(mistaken.markdown).toBe('Mo again.')
  expect((await studio.post(REST, { ...mistaken, subject: 'Rest' }, mo)).status).toBe(409)
})

test('edits of two lessons at once are both kept', async () => {
  const BEGIN = `${COURSE}/lessons/begin`
  const [hers, his] = [formOf(await html(REST), REST), formOf(await html(BEGIN, mo), BEGIN)]
  await studio.post(REST, { ...hers, subject: 'Rest well' }, laurie)
  const second = await studio.post(BEGIN, { ...his, subject: 'Begin well' }, mo)
  expect(second.status).toBe(303)
  expect(await html(second.headers.get('location')!, mo)).toContain('both are kept')
  expect(await html(COURSE)).toMatch(/Rest well.*Begin well/s)
})

test('a lesson whose other edit deleted it comes back when it is saved again', async () => {
  const his = formOf(await html(REST, mo), REST)
  const gone = await studio.post(`${REST}/delete`, formOf(await html(REST), `${REST}/delete`), laurie)
  expect(gone.headers.get('location')).toBe(`${COURSE}?deleted`)
  const second = await studio.post(REST, { ...his, markdown: 'Mo keeps it.' }, mo)
  expect(second.status).toBe(409)
  const page = await second.text()
  expect(page).toContain('Laurie deleted this lesson')
  expect((await studio.post(REST, formOf(page, REST), mo)).status).toBe(303)
  expect(await html(COURSE)).toContain('Rest well')
})

test('lessons are added under a key of their own, moved, and the draft is thrown away', async () => {
  const NEW = `${COURSE}/lessons`
  const form = formOf(await html(`${COURSE}/new-lesson`), NEW)
  const added = await studio.post(NEW, { ...form, subject: 'Listen', markdown: 'Another one.' }, laurie)
  expect(added.headers.get('location')).toBe(`${COURSE}/lessons/listen-2?saved`)
  const move = { ...formOf(await html(COURSE), `${COURSE}/lessons/listen-2/move`), to: 'up' }
  await studio.post(`${COURSE}/lessons/listen-2/move`, move, laurie)
  const late = await studio.post(`${COURSE}/lessons/listen-2/move`, move, mo)
  expect(late.headers.get('location')).toBe(`${COURSE}?meanwhile`)
  const page = await html(COURSE)
  expect(page).toContain('New: “Listen”')
  await studio.post(`${COURSE}/discard`, formOf(page, `${COURSE}/discard`), laurie)
  expect(await html(COURSE)).not.toContain('Unpublished changes')
})

test('mistakes are sentences beside their fields, and nothing is saved', async () => {
  const form = formOf(await html(REST), REST)
  const wrong = { ...form, subject: 'Hello {{ frist_name }}', markdown: '  ', wait: '99' }
  const page = await studio.post(REST, wrong, laurie)
  expect(page.status).toBe(422)
  const text = await page.text()
  expect(text).toContain('there is no field &quot;frist_name&quot;')
  expect(text).toContain('The text is missing.')
  expect(text).toContain('whole number from 1 to 30')
  expect(await html(COURSE)).not.toContain('Unpublished changes')
})

test('settings are saved with their weekdays, and wrong ones are not', async () => {
  const at = `${COURSE}/settings`
  const form = { ...formOf(await html(COURSE), at), description: 'Quiet.', firstLesson: 'next_send_time' }
  const none = await studio.post(at, form, laurie)
  expect(none.status).toBe(422)
  expect(await none.text()).toContain('At least one weekday must be allowed.')
  const saved = await studio.post(at, { ...form, weekdays: ['1', '3'], everyDays: '2' }, laurie)
  expect(saved.status).toBe(303)
  expect(await html(COURSE)).toContain('Settings: description, days between lessons, weekdays, first lesson')
  const stale = await studio.post(at, { ...form, weekdays: ['5'], title: 'Mine' }, mo)
  expect(stale.status).toBe(409)
  expect(formOf(await stale.text(), at).title).toBe('Mine')
})

test('a lesson too large for Gmail is not published', async () => {
  const form = formOf(await html(REST), REST)
  await studio.post(REST, { ...form, markdown: 'a paragraph of words.\n\n'.repeat(900) }, laurie)
  const refused = await studio.post(
    `${COURSE}/publish`,
    formOf(await html(COURSE), `${COURSE}/publish`),
    laurie,
  )
  expect(refused.status).toBe(422)
  expect(await refused.text()).toMatch(/Rest<\/a>: As a mail it is \d+ KB; Gmail cuts off what is over 90 KB/)
  expect((await published()).number).toBe(2)
})

test('a draft that somebody else changed since it was seen is not published', async () => {
  const stale = formOf(await html(COURSE, mo), `${COURSE}/publish`)
  await studio.post(REST, { ...formOf(await html(REST), REST), markdown: 'Short again.' }, laurie)
  const refused = await studio.post(`${COURSE}/publish`, stale, mo)
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('Laurie changed this course meanwhile')
})
