/** The article changes after its course was made and edited. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { getDraft } from '../../../src/sequences/draft.ts'
import { findSequence } from '../../../src/sequences/queries.ts'
import { pageForm } from './page-form.ts'
import { openStudio, type Studio, unescaped } from './studio-for-tests.ts'

let studio: Studio
let laurie: string
beforeAll(async () => {
  studio = await openStudio()
  laurie = await studio.signUp('Laurie', 'laurie@example.org')
})
afterAll(() => studio.context.db.close())

const words = (of: string) =>
  `The ${of} wants a ${of} that is slow, and a ${of} that is warm. `.repeat(9).trim()
const sections = ['Kettle', 'Leaf', 'Pot', 'Cup']
const tea = `# On tea\n\n${sections.map((title) => `## ${title}\n\n${words(title)}`).join('\n\n')}\n`
const raw = async (path: string) => (await studio.get(path, laurie)).text()
const draft = async (slug: string) => {
  const db = studio.context.db.kysely
  return getDraft(db, (await findSequence(db, slug))!)
}
const lesson = async (slug: string, key: string) =>
  (await draft(slug)).content.lessons.find((each) => each.key === key)!

let courses = 0
let slug: string
let changes: string
/** A course of four lessons, of which “Leaf” was edited. */
beforeEach(async () => {
  slug = `tea-${++courses}`
  const form = { ...pageForm(await raw('/admin/articles/new'), { action: '/admin/articles' }), text: tea }
  const article = (await studio.post('/admin/articles', { ...form, lessons: '4' }, laurie)).headers.get(
    'location',
  )!
  const make = pageForm(await raw(`${article}/course`), { action: `${article}/course` })
  const made = await studio.post(
    `${article}/course`,
    { ...make, slug, weekdays: ['1', '2', '3', '4', '5', '6', '7'] } as never,
    laurie,
  )
  expect(made.status).toBe(303)
  const leaf = `/admin/sequences/${slug}/lessons/leaf`
  const edit = pageForm(await raw(leaf), { action: leaf })
  await studio.post(leaf, { ...edit, markdown: `${edit.markdown}\n\nA line of my own.` }, laurie)
  changes = `${article}/changes`
})

async function bringChanged(text: string): Promise<string> {
  const form = { ...pageForm(await raw(changes), { action: changes }), text }
  const answer = await studio.post(changes, form, laurie)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, changes])
  return raw(changes)
}
/** What the page would send with these ticked; without a list, as it is. */
function ticked(page: string, take?: string[]) {
  const { take: _, ...form } = pageForm(page, { action: `${changes}/take` })
  const asShown = [...page.matchAll(/<input type="checkbox" name="take"([^>]*)>/g)]
    .filter(([, rest]) => rest!.includes('checked'))
    .map(([, rest]) => /value="([^"]*)"/.exec(rest!)![1]!)
  return { ...form, take: take ?? asShown } as never
}

test('a course leads to where a changed version is brought, and mistakes are told there', async () => {
  expect(await raw(`/admin/sequences/${slug}`)).toContain(`href="${changes}"`)
  const none = await studio.post(changes, { text: '', address: '' }, laurie)
  expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('There is no article yet')])
  const same = await bringChanged(tea)
  expect(unescaped(same)).toContain('3 lessons read as they did.')
  expect(unescaped(same)).toContain('The lesson was edited, and the article says here what it said.')
})

test('what nobody edited is offered, what was edited is kept, and all of it goes to the draft', async () => {
  const before = await draft(slug)
  const page = await bringChanged(
    `${tea
      .replaceAll('The Pot wants', 'The old Pot wants')
      .replaceAll('The Leaf wants', 'The green Leaf wants')}\n\n## Milk\n\n${words('Cow')}\n`,
  )
  expect(page).toContain('<ins>old </ins>')
  expect(unescaped(page)).toContain('Make it a lesson after “Cup”')
  expect(unescaped(page)).toContain('Take the article’s text and lose what was edited')
  expect((await draft(slug)).version).toBe(before.version)

  const taken = await studio.post(`${changes}/take`, ticked(page), laurie)
  expect(taken.headers.get('location')).toBe(`/admin/sequences/${slug}?taken`)
  const { content, version } = await draft(slug)
  expect(version).toBe(before.version + 1)
  expect(content.lessons.map(({ key }) => key)).toEqual(['kettle', 'leaf', 'pot', 'cup', 'milk'])
  expect((await lesson(slug, 'pot')).markdown).toMatch(/^The old Pot wants/)
  expect((await lesson(slug, 'leaf')).markdown).toMatch(/^The Leaf wants[\s\S]*A line of my own\.$/)
  expect((await lesson(slug, 'milk')).markdown).toMatch(/^The Cow wants/)

  // From now on it is this version that another is held against.
  const again = await bringChanged(
    `${tea.replaceAll('The Pot wants', 'The old Pot wants').replaceAll('The Leaf wants', 'The green Leaf wants')}\n\n## Milk\n\n${words('Cow')} Warm it.\n`,
  )
  expect(unescaped(again)).toContain('3 lessons read as they did.')
  await studio.post(`${changes}/take`, ticked(again), laurie)
  expect((await lesson(slug, 'milk')).markdown).toMatch(/Warm it\.$/)
  expect((await lesson(slug, 'leaf')).markdown).toMatch(/A line of my own\.$/)
})

test('an edited lesson gives way only where that is chosen, and a lesson goes only where that is chosen', async () => {
  const changed = tea.replaceAll('The Leaf wants', 'The green Leaf wants').replace(/## Cup[\s\S]*$/, '')
  const page = await bringChanged(changed)
  await studio.post(`${changes}/take`, ticked(page), laurie)
  expect((await draft(slug)).content.lessons).toHaveLength(4)
  expect((await lesson(slug, 'leaf')).markdown).toContain('A line of my own.')

  const again = await bringChanged(changed.replaceAll('The green Leaf', 'The dark Leaf'))
  await studio.post(`${changes}/take`, ticked(again, ['leaf', 'cup']), laurie)
  expect((await lesson(slug, 'leaf')).markdown).toMatch(/^The dark Leaf/)
  expect((await lesson(slug, 'leaf')).markdown).not.toContain('A line of my own.')
})

test('whoever takes over on a page that is not the latest is told, and nothing is overwritten', async () => {
  const page = await bringChanged(tea.replaceAll('The Leaf wants', 'The green Leaf wants'))
  const leaf = `/admin/sequences/${slug}/lessons/leaf`
  const edit = pageForm(await raw(leaf), { action: leaf })
  await studio.post(leaf, { ...edit, markdown: 'Edited meanwhile, by somebody else entirely.' }, laurie)
  const late = await studio.post(`${changes}/take`, ticked(page, ['leaf']), laurie)
  const text = await late.text()
  expect([late.status, unescaped(text)]).toEqual([409, expect.stringContaining('nothing was taken over')])
  expect(pageForm(text, { action: `${changes}/take` }).take).toBe('leaf')
  expect((await lesson(slug, 'leaf')).markdown).toBe('Edited meanwhile, by somebody else entirely.')
})

test('a changed version is let go of, and everything stays', async () => {
  const before = await draft(slug)
  await bringChanged(tea.replaceAll('slow', 'quick'))
  const gone = await studio.post(`${changes}/discard`, {}, laurie)
  expect(gone.headers.get('location')).toBe(`/admin/sequences/${slug}?kept`)
  expect(await raw(changes)).toContain('Bring in a changed version')
  expect(await draft(slug)).toEqual(before)
})
