import Markdown from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { shapePersonalFields } from '../../deliveries/personal-fields.ts'
import { replaceSlots } from '../../deliveries/slot.ts'
import type { Revision } from '../../sequences/sequence.ts'
import { wordsFor } from '../../words/words.ts'
import { Page } from '../page.tsx'
import { nobodysSubject } from './course-page.tsx'

/** The first letter, to read before signing up, as somebody gets it who gave no name. */
export function SamplePage({ course, url }: { course: Revision; url: string }) {
  const words = wordsFor(course.language).signup
  const lesson = course.lessons[0]!
  const { markdown, prompt } = forNobody(course, `/courses/${course.slug}`)
  const title = nobodysSubject(lesson.subject)
  return (
    <Page
      title={`${title} · ${course.title}`}
      language={course.language}
      accent={course.accent}
      about={{ description: lesson.preheader || course.title, url }}
    >
      <p className="overline">
        <a href={`/courses/${course.slug}`}>{words.sampleOverline(course.title)}</a>
      </p>
      <h1>{title}</h1>
      <Markdown remarkPlugins={[remarkGfm]} skipHtml components={{ h1: 'h2' }}>
        {markdown}
      </Markdown>
      {prompt && (
        <>
          <p className="muted">{words.sampleQuestion}</p>
          <p className="prompt">{prompt}</p>
        </>
      )}
      <p className="actions">
        <a className="button" href={`/courses/${course.slug}#begin`}>
          {words.sampleOn}
        </a>
      </p>
    </Page>
  )
}

function forNobody(course: Revision, home: string) {
  const { shaped, slots } = shapePersonalFields(course.lessons[0]!, {
    first_name: '',
    email: '',
    course_title: course.title,
    day: 1,
    days: course.lessons.length,
    preferences_url: home,
    unsubscribe_url: home,
  })
  const fill = (text: string) => replaceSlots(text, (name) => slots[name] ?? '')
  return { markdown: fill(shaped.markdown), prompt: shaped.prompt && fill(shaped.prompt) }
}
