import { Heading, Text } from 'react-email'
import { Footer } from './components/footer.tsx'
import { Letter } from './components/letter.tsx'
import { Markdown } from './components/markdown.tsx'
import { Prompt } from './components/prompt.tsx'
import * as type from './components/type.ts'

export interface LessonProps {
  courseTitle: string
  /** The lesson's subject, which is also its title on the page. */
  subject: string
  preheader: string
  markdown: string
  /** The question it ends with, as plain text; null for a lesson that asks nothing. */
  prompt: string | null
  /** Such as "Day 3 of 7". */
  dayLabel: string
  /** A whole sentence, such as "The next one comes Tuesday, 8 December, at 08:00."; null leaves it out. */
  next: string | null
  isLast: boolean
  senderName: string
  unsubscribeUrl: string
  preferencesUrl: string
  postalAddress: string
  /** A whole sentence, such as "You asked for this course on 23 November 2026." */
  reason: string
}

export const subject = (props: Pick<LessonProps, 'subject'>) => props.subject

/** One lesson of a course: a letter, not a newsletter. */
export default function Lesson(props: LessonProps) {
  return (
    <Letter title={props.subject} preheader={props.preheader}>
      <Text className="muted" style={{ ...type.small, margin: '0 0 16px' }}>
        {`${props.courseTitle} \u00b7 ${props.dayLabel}`}
      </Text>
      <Heading as="h1" className="ink title" style={type.title}>
        {props.subject}
      </Heading>
      <Markdown>{props.markdown}</Markdown>
      {props.prompt && <Prompt senderName={props.senderName}>{props.prompt}</Prompt>}
      {props.isLast && (
        <Text className="ink" style={type.body}>
          {`This was the last letter of \u201c${props.courseTitle}\u201d. Thank you for reading to the end.`}
        </Text>
      )}
      {props.next && (
        <Text className="ink" style={{ ...type.body, fontStyle: 'italic' }}>
          {props.next}
        </Text>
      )}
      <Footer {...props} />
    </Letter>
  )
}

Lesson.PreviewProps = {
  courseTitle: 'When You Want Him to Want You',
  subject: 'Listen to the part of you that already knows',
  preheader: 'Your own wisdom has a name, and she has been talking for a while.',
  markdown: `A placeholder for the preview of a lesson, with **words**, [a link](https://findahelpline.com) and

## A heading

1. a list

> and a quotation.`,
  prompt: 'If the wise part of you could say one sentence about him today, what would it be?',
  dayLabel: 'Day 3 of 7',
  next: 'The next one comes Tuesday, 8 December, at 08:00.',
  isLast: false,
  senderName: 'Laurie',
  unsubscribeUrl: 'https://course.example.com/me/5t0p/unsubscribe',
  preferencesUrl: 'https://course.example.com/me/5t0p',
  postalAddress: '12 Harbour Lane, Vancouver BC V6B 1A1, Canada',
  reason: 'You asked for this course on 23 November 2026.',
} satisfies LessonProps
