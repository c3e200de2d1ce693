/** The studio with somebody signed in, and a course with a reader in it. */
import { Hono } from 'hono'
import { makeAdminLink } from '../../../src/admins/make-admin-link.ts'
import { newId } from '../../../src/db/new-id.ts'
import { enroll } from '../../../src/enrollments/enroll.ts'
import { publishRevision } from '../../../src/sequences/publish-revision.ts'
import { getRevision } from '../../../src/sequences/queries.ts'
import type { SequenceContent } from '../../../src/sequences/sequence.ts'
import { adminRoutes } from '../../../src/web/admin/routes.tsx'
import { type TestContext, type TestContextOptions, testContext } from '../../support/context.ts'

export const PASSWORD = 'a quiet harbour at dawn'

export interface Studio {
  context: TestContext
  app: Hono
  /** As a browser on our own pages asks; with `as` set to a cookie, as whoever that belongs to. */
  get(path: string, as?: string): Promise<Response>
  post(
    path: string,
    form: Record<string, string | string[]>,
    as?: string,
    headers?: object,
  ): Promise<Response>
  /** Makes an account and returns its session cookie. */
  signUp(name: string, email: string): Promise<string>
}

export async function openStudio(options: TestContextOptions = {}): Promise<Studio> {
  const context = await testContext(options)
  const app = new Hono().route('/admin', adminRoutes(context))
  const { origin } = new URL(context.config.publicUrl)
  const studio: Studio = {
    context,
    app,
    get: async (path, as) => app.request(path, { headers: as ? { cookie: as } : {} }),
    post: async (path, form, as, headers = {}) => {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(form))
        for (const one of [value].flat()) body.append(name, one)
      return app.request(path, {
        method: 'POST',
        body,
        headers: { origin, ...(as && { cookie: as }), ...headers } as Record<string, string>,
      })
    },
    async signUp(name, email) {
      const link = pathOf(await makeAdminLink(context, { email, now: new Date() }))
      return cookieOf(await studio.post(link, { name, password: PASSWORD }))
    },
  }
  return studio
}

export const pathOf = (url: string) => new URL(url).pathname

export const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

/** What a page's form would send: its hidden fields and values, by name. The first form whose action ends in `action`. */
export function formOf(html: string, action: string): Record<string, string> {
  const form = html
    .split('<form ')
    .slice(1)
    .find((text) => text.slice(0, text.indexOf('>')).includes(`action="${action}"`))
  if (!form) throw new Error(`no form for ${action}`)
  const inside = form.slice(0, form.indexOf('</form>'))
  const values: Record<string, string> = {}
  for (const [tag] of inside.matchAll(/<input\b[^>]*>/g)) {
    const name = /\bname="([^"]*)"/.exec(tag)?.[1]
    const isChoice = /type="checkbox"/.test(tag)
    if (name && !isChoice) values[name] = unescaped(/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? '')
  }
  for (const [, name, text] of inside.matchAll(/<textarea\b[^>]*\bname="([^"]*)"[^>]*>([^<]*)<\/textarea>/g))
    values[name!] = unescaped(text!)
  return values
}

export const unescaped = (html: string) =>
  html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, '&')

export const aCourse = (): SequenceContent => ({
  title: 'A quiet week',
  description: 'Three letters about quiet.',
  everyDays: 1,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  sendTime: '08:00',
  firstLesson: 'immediately',
  senderName: 'Laurie',
  language: 'en',
  accent: '#a2432a',
  threading: 'separate',
  paceChoice: false,
  repliesReadBy: null,
  repliesKeptDays: null,
  lessons: ['Listen', 'Rest', 'Begin'].map((subject) => ({
    key: subject.toLowerCase(),
    subject,
    preheader: `About ${subject.toLowerCase()}`,
    markdown: `Dear {{ first_name | default: "friend" }},\n\nsome words on **${subject}**.`,
    prompt: `What does ${subject} mean to you?`,
    waitAtMostDays: null,
  })),
})

export async function publishCourse(
  { db, clock }: TestContext,
  content = aCourse(),
  slug = 'a-quiet-week',
): Promise<string> {
  const id = newId(clock.now())
  await db.kysely.insertInto('sequences').values({ id, slug, created_at: clock.now() }).execute()
  await db.kysely
    .transaction()
    .execute((trx) => publishRevision(trx, id, content, { name: 'sequence files' }, clock.now()))
  return id
}

export async function aReader(
  { db, clock, secrets }: TestContext,
  sequenceId: string,
  { email = 'ann@example.org', firstName = 'Ann' as string | null, timezone = 'America/Vancouver' } = {},
): Promise<string> {
  const id = newId(clock.now())
  await db.kysely
    .insertInto('subscribers')
    .values({
      id,
      email,
      address_hash: secrets.hashOf(email),
      first_name: firstName,
      timezone,
      created_at: clock.now(),
    })
    .execute()
  const { published_revision_id } = await db.kysely
    .selectFrom('sequences')
    .select('published_revision_id')
    .where('id', '=', sequenceId)
    .executeTakeFirstOrThrow()
  const course = await getRevision(db.kysely, published_revision_id!)
  await db.kysely
    .transaction()
    .execute((trx) => enroll(trx, { id, timezone }, course, { sendTime: course.sendTime }, clock.now()))
  return id
}
