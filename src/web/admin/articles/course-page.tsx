import type { StoredArticle } from '../../../articles/queries.ts'
import { Field } from '../layout/field.tsx'
import { count } from '../sequences/sequences-page.tsx'
import { type Settings, SettingsFields, type SettingsProblems } from '../sequences/settings-form.tsx'

export interface CoursePageProps {
  stored: StoredArticle
  /** The address of the page at which courses stand, to be completed by the slug. */
  under: string
  slug: string
  slugProblem?: string
  settings: Settings
  problems?: SettingsProblems
  alert?: string
  /** Why lessons cannot be mailed as they are, by their place from 0. */
  unfit?: { place: number; problem: string }[]
}

/** The last step from an article to a course: its name, its address and its rhythm. */
export function CoursePage(props: CoursePageProps) {
  const { stored, under, slug, slugProblem, settings, problems = {}, alert, unfit = [] } = props
  const { id, version, shape } = stored
  const at = `/admin/articles/${id}`
  return (
    <>
      <p className="overline">
        <a href="/admin/articles">Articles</a> · <a href={at}>{shape.title}</a>
      </p>
      <h1>Make it a course</h1>
      {alert && (
        <p className="notice" role="alert">
          {alert} <a href={at}>To the article</a>
        </p>
      )}
      {unfit.length > 0 && (
        <div className="notice" role="alert">
          <p>It is no course yet, because:</p>
          {unfit.map(({ place, problem }) => (
            <p key={`${place} ${problem}`} className="error">
              <a href={`${at}#lesson-${place + 1}`}>{shape.lessons[place]?.title ?? 'The course'}</a>:{' '}
              {problem}
            </p>
          ))}
        </div>
      )}
      <p className="measure muted">
        {count(shape.lessons.length, 'lesson')}, as they stand now. Readers see nothing of it before you open
        it for sign-ups; until then, and later too, every lesson can be edited, tried and moved.
      </p>
      <form
        method="post"
        action={`${at}/course`}
        className="measure"
        noValidate={Object.keys(problems).length > 0 || slugProblem !== undefined}
      >
        <input type="hidden" name="version" value={version} />
        <Field
          name="slug"
          label="Address"
          required
          maxLength={80}
          defaultValue={slug}
          hint={`What stands behind ${under}/ in the course’s address. It stays.`}
          problems={slugProblem ? [slugProblem] : []}
        />
        <SettingsFields settings={settings} problems={problems} />
        <p className="actions">
          <button type="submit">Make it a course</button>
        </p>
      </form>
    </>
  )
}
