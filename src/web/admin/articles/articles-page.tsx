import type { listArticles } from '../../../articles/queries.ts'
import { Utc } from '../layout/times.tsx'
import { count } from '../sequences/sequences-page.tsx'
import { BringForm, WishFields } from './bring-form.tsx'
import type { BringProblems, Typed } from './read-bring-form.ts'

/** Articles on their way to becoming courses. */
export function ArticlesPage(props: {
  articles: Awaited<ReturnType<typeof listArticles>>
  message?: string
}) {
  const { articles, message } = props
  return (
    <>
      <h1>Articles</h1>
      {message && (
        <p className="notice" role="status">
          {message}
        </p>
      )}
      <p className="measure">
        An article becomes a course in three steps: bring it, look at where its lessons begin and what they
        ask, and make it a course. {articles.length === 0 && 'None is under way.'}
      </p>
      <p>
        <a className="button" href="/admin/articles/new">
          Bring an article
        </a>
      </p>
      <ul className="listing">
        {articles.map((article) => (
          <li key={article.id}>
            <h2>
              <a href={`/admin/articles/${article.id}`}>{article.title}</a>
            </h2>
            <p className="muted">
              {count(article.lessons, 'lesson')} · {article.source} · last changed by {article.updated_by},{' '}
              <Utc at={article.updated_at} />
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Where an article is brought in. */
export function NewArticlePage({ typed, problems }: { typed: Typed; problems: BringProblems }) {
  return (
    <>
      <p className="overline">
        <a href="/admin/articles">Articles</a>
      </p>
      <h1>Bring an article</h1>
      <p className="measure muted">
        It is split into lessons here, each ending in a question. You see the whole of it next, with every
        boundary where you want it. Nothing is published by this.
      </p>
      <BringForm action="/admin/articles" typed={typed} problems={problems} button="Split it into lessons">
        <WishFields typed={typed} problems={problems} />
      </BringForm>
    </>
  )
}
