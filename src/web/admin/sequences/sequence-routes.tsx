import { Hono } from 'hono'
import { findArticleOf } from '../../../articles/queries.ts'
import type { Context } from '../../../context.ts'
import { publishSequence } from '../../../enrollments/publish-sequence.ts'
import { discardDraft, getDraft } from '../../../sequences/draft.ts'
import { findSequence, getRevision, listRevisions, setOpened } from '../../../sequences/queries.ts'
import { sequenceContent } from '../../../sequences/sequence.ts'
import { textsOf } from '../accounts/sign-in-routes.tsx'
import { notFoundPage, studioPage } from '../layout/studio-page.tsx'
import type { StudioContext, StudioEnv } from '../studio.ts'
import { checkLessons } from '../../../deliveries/check-lessons.ts'
import { countStanding } from './count-standing.ts'
import { listChanges } from './list-changes.ts'
import { listSequences } from './list-sequences.ts'
import { nameOf, saveEdit } from './save-edit.ts'
import { fingerprint, readSeen } from './seen.tsx'
import { listLeavings } from './list-leavings.ts'
import { SequencePage, type SequencePageProps } from './sequence-page.tsx'
import { SequencesPage } from './sequences-page.tsx'
import { readSettings, settingsOf } from './settings-form.tsx'

/** /admin and /admin/sequences/:slug: the courses, and what is done to one as a whole. */
export function sequenceRoutes(context: Context) {
  const db = context.db.kysely

  async function show(
    c: StudioContext,
    slug: string,
    extra: Partial<SequencePageProps> = {},
    status?: Parameters<typeof studioPage>[1]['status'],
  ) {
    const sequence = await findSequence(db, slug)
    if (!sequence?.published_revision_id) return notFoundPage(c, 'course')
    const published = await getRevision(db, sequence.published_revision_id)
    const draft = await getDraft(db, sequence)
    const props = {
      published,
      draft,
      changes: listChanges(sequenceContent.parse(published), draft.content),
      standing: await countStanding(db, published),
      revisions: await listRevisions(db, sequence.id),
      openedAt: sequence.opened_at,
      leavings: await listLeavings(context, sequence.id),
      publicUrl: context.config.publicUrl,
      article: await findArticleOf(db, sequence.id),
      ...extra,
    }
    return studioPage(
      c,
      { title: draft.content.title, room: 'sequences', scripts: ['copy.js'], status },
      <SequencePage {...props} />,
    )
  }

  const tooLate = (c: StudioContext, slug: string, who: string) =>
    show(
      c,
      slug,
      { message: `${who} changed this course meanwhile. This is how it is now; please look again.` },
      409,
    )

  async function setOpen(c: StudioContext, slug: string, openedAt: Date | null) {
    const sequence = await findSequence(db, slug)
    if (!sequence) return notFoundPage(c, 'course')
    await setOpened(db, sequence.id, openedAt)
    return c.redirect(`/admin/sequences/${slug}?${openedAt ? 'opened' : 'closed'}`, 303)
  }

  return new Hono<StudioEnv>()
    .get('/', async (c) =>
      studioPage(
        c,
        { title: 'Courses', room: 'sequences' },
        <SequencesPage sequences={await listSequences(db)} />,
      ),
    )
    .get('/sequences/:slug', (c) => {
      const said = Object.keys(c.req.query()).find((key) => Object.hasOwn(SAID, key))
      return show(c, c.req.param('slug'), { message: said && SAID[said] })
    })
    .post('/sequences/:slug/settings', async (c) => {
      const { slug } = c.req.param()
      if (!(await findSequence(db, slug))) return notFoundPage(c, 'course')
      const data = await c.req.formData()
      const form = await textsOf(c)
      const { settings, problems } = readSettings(data)
      const seen = readSeen(form)
      const tried = { settings, problems, seen, part: form.part ?? '' }
      if (Object.keys(problems).length > 0) return show(c, slug, { tried }, 422)
      const edit = {
        seen,
        apply: (content: Parameters<typeof settingsOf>[0]) => ({ ...content, ...settings }),
        isAsSeen: (content: Parameters<typeof settingsOf>[0]) =>
          fingerprint(settingsOf(content)) === form.part,
      }
      const edited = await saveEdit(db, slug, edit, c.var.admin.name, context.clock.now())
      if (edited.saved) return c.redirect(`/admin/sequences/${slug}?saved=settings`, 303)
      if (edited.because === 'invalid') return show(c, slug, { message: edited.problem, tried }, 422)
      const message = `${nameOf(edited.theirs)} changed the settings while you did. Yours are in the form, not saved yet; saving again puts them in place of theirs.`
      const { theirs } = edited
      const again = { ...tried, seen: theirs, part: fingerprint(settingsOf(theirs.content)) }
      return show(c, slug, { message, tried: again }, 409)
    })
    .post('/sequences/:slug/publish', async (c) => {
      const { slug } = c.req.param()
      const sequence = await findSequence(db, slug)
      if (!sequence) return notFoundPage(c, 'course')
      const form = await textsOf(c)
      const seen = readSeen(form)
      const draft = await getDraft(db, sequence)
      if (draft.version !== seen.version || draft.basedOn !== seen.basedOn)
        return tooLate(c, slug, nameOf(draft))
      const now = context.clock.now()
      const unpublishable = await checkLessons(context, slug, draft.content, now)
      if (unpublishable.length > 0) return show(c, slug, { unpublishable }, 422)
      const note = form.note?.trim().slice(0, 200) || undefined
      const revision = await publishSequence(db, sequence.id, seen, { name: c.var.admin.name, note }, now)
      if (!revision) return tooLate(c, slug, 'Somebody')
      return c.redirect(`/admin/sequences/${slug}?published`, 303)
    })
    .post('/sequences/:slug/open', (c) => setOpen(c, c.req.param('slug'), context.clock.now()))
    .post('/sequences/:slug/close', (c) => setOpen(c, c.req.param('slug'), null))
    .post('/sequences/:slug/discard', async (c) => {
      const { slug } = c.req.param()
      const sequence = await findSequence(db, slug)
      if (!sequence) return notFoundPage(c, 'course')
      const seen = readSeen(await textsOf(c))
      const draft = await getDraft(db, sequence)
      if (draft.version !== seen.version || draft.basedOn !== seen.basedOn)
        return tooLate(c, slug, nameOf(draft))
      await discardDraft(db, sequence.id)
      return c.redirect(`/admin/sequences/${slug}?discarded`, 303)
    })
}

/** What the page says after a redirect. */
const SAID: Record<string, string> = {
  made: 'It is a course now. Look at each lesson as a reader gets it, then open it for sign-ups.',
  opened: 'Open. Readers can sign up now.',
  closed: 'Closed for sign-ups. Readers under way go on.',
  taken: 'Taken over into the draft. Readers get it once it is published.',
  kept: 'The lessons stay as they are.',
  published: 'Published. Readers get it with their next lesson.',
  discarded: 'The changes are gone; this is what is published.',
  saved: 'Saved to the draft.',
  moved: 'Moved, in the draft.',
  only: 'A course needs at least one lesson.',
  meanwhile: 'Somebody changed this course meanwhile. This is how it is now; please look again.',
  deleted: 'The lesson is gone from the draft.',
}
