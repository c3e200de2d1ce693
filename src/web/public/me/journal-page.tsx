import type { Written } from '../../../rights/list-conversation.ts'
import { Page } from '../../page.tsx'
import type { CourseOf } from './find-courses.ts'
import type { Speech } from './speech.ts'
import { WrittenWords } from './written.tsx'

export interface JournalProps {
  path: string
  courses: CourseOf[]
  elsewhere: Written[]
  speech: Speech
  now: Date
}

/** A reader's questions with what they wrote, in the order of the courses; made to be printed. */
export function JournalPage({ path, courses, elsewhere, speech, now }: JournalProps) {
  const { me } = speech
  const kept = written(courses)
  return (
    <Page title={me.journal.title} language={speech.language} accent={speech.accent}>
      <div className="journal">
        <h1>{me.journal.title}</h1>
        <p className="muted">{me.journal.made(speech.day(now))}</p>
        <div className="screen-only">
          {kept.length + elsewhere.length === 0 ? (
            <p>{me.journal.empty}</p>
          ) : (
            <p className="hint">
              {me.journal.print} <a href={`${path}/journal.md`}>{me.journal.markdown}</a>
            </p>
          )}
          <p>
            <a href={path}>{me.letter.back}</a>
          </p>
        </div>
        {kept.map((course) => (
          <section key={course.id}>
            <h2>{course.course.title}</h2>
            {course.letters.map((letter) => (
              <article key={letter.deliveryId}>
                <h3>{letter.subject}</h3>
                {letter.prompt && <p className="prompt">{letter.prompt}</p>}
                {letter.written.map((one) => (
                  <WrittenWords key={one.id} written={one} speech={speech} path={path} />
                ))}
              </article>
            ))}
          </section>
        ))}
        {elsewhere.length > 0 && (
          <section>
            <h2>{me.journal.elsewhere}</h2>
            {elsewhere.map((one) => (
              <WrittenWords key={one.id} written={one} speech={speech} path={path} />
            ))}
          </section>
        )}
      </div>
    </Page>
  )
}

/** Only what was answered. */
const written = (courses: CourseOf[]) =>
  courses
    .map((course) => ({ ...course, letters: course.letters.filter((letter) => letter.written.length > 0) }))
    .filter((course) => course.letters.length > 0)

/** The same as Markdown. Words stand as they were written, each paragraph of an answer quoted. */
export function journalMarkdown({ courses, elsewhere, speech, now }: JournalProps): string {
  const { me, day } = speech
  const words = (one: Written) => [
    `*${me.letter.on(day(one.at))}*`,
    one.wordsErasedAt ? me.letter.gone : one.words,
    ...one.files.map((file) => `- ${file.name}`),
    ...one.answers.flatMap((answer) => [
      `*${me.letter.answeredBy(answer.by, day(answer.at))}*`,
      ...(answer.words ? [answer.words.replace(/^/gm, '> ')] : []),
    ]),
  ]
  return `${[
    `# ${me.journal.title}`,
    `*${me.journal.made(day(now))}*`,
    ...written(courses).flatMap((course) => [
      `## ${course.course.title}`,
      ...course.letters.flatMap((letter) => [
        `### ${letter.subject}`,
        ...(letter.prompt ? [`**${letter.prompt}**`] : []),
        ...letter.written.flatMap(words),
      ]),
    ]),
    ...(elsewhere.length > 0 ? [`## ${me.journal.elsewhere}`, ...elsewhere.flatMap(words)] : []),
  ].join('\n\n')}\n`
}
