import { KeyHelp } from './key-help.tsx'
import { type InboxFilter, inboxQuery, SHOWS, type Show } from './inbox-filter.ts'
import type { countInbox, InboxRow, listSubjects } from './list-inbox.ts'
import { InboxList } from './inbox-list.tsx'

export interface RepliesPageProps {
  filter: InboxFilter
  replies: InboxRow[]
  more: boolean
  counts: Awaited<ReturnType<typeof countInbox>>
  subjects: Awaited<ReturnType<typeof listSubjects>>
  now: Date
  message?: string | undefined
}

/** The inbox. It shows who wrote to which question, and none of the words: those are for whoever opens one. */
export function RepliesPage(props: RepliesPageProps) {
  const { filter, replies, more, counts, subjects, now, message } = props
  const { show, about, page } = filter
  return (
    <>
      <h1>Replies</h1>
      {message && (
        <p className="notice" role="status">
          {message}
        </p>
      )}
      <nav className="views" aria-label="Views">
        {(Object.keys(SHOWS) as Show[]).map((view) => (
          <a
            key={view}
            href={`/admin/replies${inboxQuery({ show: view, about })}`}
            aria-current={view === show ? 'page' : undefined}
            data-view={view}
          >
            {SHOWS[view]}
            {view in counts && counts[view as keyof typeof counts] > 0 && (
              <b> {counts[view as keyof typeof counts]}</b>
            )}
          </a>
        ))}
      </nav>
      <div className="over-inbox">
        <search>
          <SearchForm />
        </search>
        {subjects.length > 0 && <Narrow filter={filter} subjects={subjects} />}
      </div>
      {replies.length === 0 && <p className="muted measure">{page > 1 ? 'No more here.' : EMPTY[show]}</p>}
      <InboxList replies={replies} filter={filter} now={now} />
      {(page > 1 || more) && (
        <p className="actions">
          {page > 1 && (
            <a href={`/admin/replies${inboxQuery({ ...filter, page: page - 1 })}`} rel="prev">
              Before
            </a>
          )}
          {more && (
            <a href={`/admin/replies${inboxQuery({ ...filter, page: page + 1 })}`} rel="next">
              After
            </a>
          )}
        </p>
      )}
      <p className="small muted inbox-foot">
        <a href="/admin/replies/prompts">What each prompt brings</a>
        <a href="/admin/replies/saved-answers">Saved answers</a>
        <a href="/admin/accounts">Who may read replies</a>
      </p>
      <KeyHelp />
    </>
  )
}

const EMPTY: Record<Show, string> = {
  waiting:
    'Nobody waits for an answer. What readers reply to a lesson comes here, beside the question they were asked.',
  care: 'No reply is marked care. That does not mean that all is well: the mark is a net with holes.',
  mine: 'Nothing that waits is yours.',
  snoozed: 'Nothing sleeps.',
  apart:
    'Nothing is set apart. Messages from unknown senders, and from other addresses than a reader’s, come here.',
  automatic: 'No machine has written.',
  answered: 'Nothing answered is still open.',
  closed: 'Nothing is closed.',
  all: 'Nobody has written back yet.',
}

export function SearchForm({ words }: { words?: string }) {
  return (
    <form method="post" action="/admin/replies/search" className="inline">
      <label htmlFor="words" className="unseen">
        Words in replies, answers and notes
      </label>
      <input
        id="words"
        name="words"
        type="search"
        required
        maxLength={200}
        placeholder="Words in replies, answers and notes"
        defaultValue={words}
      />
      <button type="submit" className="quiet">
        Search
      </button>
    </form>
  )
}

function Narrow({ filter: { show, about }, subjects }: Pick<RepliesPageProps, 'filter' | 'subjects'>) {
  const courses = new Map(subjects.map((row) => [row.sequence_id, row.title]))
  return (
    <form method="get" action="/admin/replies" className="inline">
      {show !== 'waiting' && <input type="hidden" name="show" value={show} />}
      <label htmlFor="about" className="unseen">
        Course or lesson
      </label>
      <select id="about" name="about" defaultValue={about ?? ''}>
        <option value="">Every course</option>
        {[...courses].map(([id, title]) => (
          <optgroup key={id} label={title}>
            <option value={id}>All of {title}</option>
            {subjects
              .filter((lesson) => lesson.sequence_id === id)
              .map((lesson) => (
                <option key={lesson.lesson_id} value={lesson.lesson_id}>
                  {lesson.subject}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      <button type="submit" className="quiet">
        Show
      </button>
    </form>
  )
}
