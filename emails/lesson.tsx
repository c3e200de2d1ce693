import { Heading, Link, Text } from 'react-email'
import { directionOf, wordsFor } from '../src/words/words.ts'
import { Footer, type PersonalLinks } from './components/footer.tsx'
import { type CourseLook, Letter } from './components/letter.tsx'
import { Markdown } from './components/markdown.tsx'
import { aCourse, aLesson, personalLinks } from './components/preview-props.ts'
import { Progress } from './components/progress.tsx'
import { Prompt } from './components/prompt.tsx'
import * as type from './components/type.ts'

export interface LessonProps extends CourseLook, PersonalLinks {
  courseTitle: string
  /** In a conversation every mail has the course's name for its subject, by which mail programs keep it together. */
  threading: 'separate' | 'conversation'
  /** The lesson's subject, which is also its title on the page. */
  subject: string
  preheader: string
  markdown: string
  /** The question it ends with, as plain text; null for a lesson that asks nothing. */
  prompt: string | null
  /** Said below the prompt of the first lesson; null in every other. */
  first: { repliesReadBy: string | null; repliesKeptDays: number | null } | null
  /** Such as "Day 3 of 7". */
  dayLabel: string
  /** The parts of the progress line that are behind and ahead, as percentages such as "43%". */
  done: string
  ahead: string
  /** A page with the lesson before; null for the first. */
  previousUrl: string | null
  answerUrl: string
  /** A whole sentence, such as "The next letter comes tomorrow, Tuesday, at 7:00."; null leaves it out. */
  next: string | null
  isLast: boolean
  senderName: string
  postalAddress: string
  /** A whole sentence, such as "You get this because you asked for the course on 23 November 2026." */
  reason: string
}

export const subject = (props: Pick<LessonProps, 'subject' | 'courseTitle' | 'threading'>) =>
  props.threading === 'conversation' ? props.courseTitle : props.subject

/** One lesson of a course: a letter, not a newsletter. */
export default function Lesson(props: LessonProps) {
  const { language, accent, previousUrl } = props
  const words = wordsFor(language).mails
  const dir = directionOf(language)
  return (
    <Letter language={language} accent={accent} title={props.subject} preheader={preheaderOf(props)}>
      <Text className="muted" style={{ ...type.small, margin: '0 0 10px' }}>
        {`${props.courseTitle} \u00b7 ${props.dayLabel}`}
      </Text>
      <Progress accent={accent} done={props.done} ahead={props.ahead} />
      <Heading as="h1" className="ink title" style={type.title}>
        {props.subject}
      </Heading>
      <Markdown accent={accent} dir={dir}>
        {props.markdown}
      </Markdown>
      {props.prompt && (
        <Prompt
          words={words.lesson}
          accent={accent}
          dir={dir}
          senderName={props.senderName}
          answerUrl={props.answerUrl}
          first={props.first}
        >
          {props.prompt}
        </Prompt>
      )}
      {props.isLast && (
        <Text className="ink" style={type.body}>
          {words.lesson.last(props.courseTitle)}
        </Text>
      )}
      {props.next && (
        <Text className="ink" style={{ ...type.body, fontStyle: 'italic' }}>
          {props.next}
        </Text>
      )}
      {previousUrl && (
        <Text className="muted" style={type.small}>
          <Link href={previousUrl} className="muted" style={type.quietLink}>
            {words.lesson.previous}
          </Link>
        </Text>
      )}
      <Footer words={words.footer} {...props} />
    </Letter>
  )
}

/** In a conversation the subject is the course's, so the inbox tells the lessons apart by what stands beside it. */
const preheaderOf = ({ threading, subject, preheader }: LessonProps) =>
  threading === 'conversation' ? [subject, preheader].filter(Boolean).join(' \u00b7 ') : preheader

Lesson.PreviewProps = {
  ...aCourse,
  ...aLesson,
  ...personalLinks,
  threading: 'separate',
  first: null,
  dayLabel: 'Day 3 of 7',
  done: '43%',
  ahead: '57%',
  previousUrl: 'https://course.example.com/view/2b7q',
  answerUrl: 'https://course.example.com/answer/5t0p',
  next: 'The next letter comes tomorrow, Tuesday, at 7:00.',
  isLast: false,
  reason: 'You get this because you asked for the course on 23 November 2026.',
} satisfies LessonProps
