import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStudio, publishCourse, type Studio } from './studio-for-tests.ts'

let studio: Studio
let laurie: string
beforeAll(async () => {
  studio = await openStudio()
  laurie = await studio.signUp('Laurie', 'laurie@example.org')
  await publishCourse(studio.context)
})
afterAll(() => studio.context.db.close())

const COURSE = '/admin/sequences/a-quiet-week'
const html = async () => (await studio.get(COURSE, laurie)).text()
const setOpen = (openedAt: Date | null) =>
  studio.context.db.kysely.updateTable('sequences').set({ opened_at: openedAt }).execute()

test('a course that is open can be shared: its page, two forms and a code to scan; one that is not cannot', async () => {
  await setOpen(null)
  expect(await html()).not.toContain('share-embed')
  await setOpen(studio.context.clock.now())
  const page = await html()
  const { publicUrl } = studio.context.config
  const copied = (id: string) =>
    new RegExp(`<textarea id="${id}"[^>]*>([^<]*)</textarea>`)
      .exec(page)![1]!
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
  expect(copied('share-page')).toBe(`${publicUrl}/courses/a-quiet-week`)
  expect(copied('share-embed')).toBe(
    `<script src="${publicUrl}/embed.js" data-course="a-quiet-week" async></script>`,
  )
  expect(copied('share-plain')).toContain(`<form method="post" action="${publicUrl}/signups" lang="en">`)
  expect(page).toMatch(/role="img" aria-label="QR code of [^"]+"><svg/)
  expect(page).toContain('download="a-quiet-week.svg"')
})
