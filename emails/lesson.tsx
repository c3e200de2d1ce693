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
  courseTitle: 'Wanting to be wanted',
  subject: 'The part of you that already knows',
  preheader: 'A quieter voice than the one that keeps asking about him.',
  markdown: `There is a voice that goes over the same evening again and again, looking for the sentence that would have changed it. It is loud, and it is tired.

There is another one. It speaks less often, and it was usually right: about the move, about the friend, about the winter you nearly gave up the choir. **That one** is what this letter is about.

## How to hear it

It does not argue. It says a short thing once, and waits. You may have heard it on the stairs, or with your hands in the sink, and turned up the radio.

> What would I tell a friend who sat here with my story?

Most people know the answer before they have finished reading the question. The hard part is to let it count when it is about oneself.

### Three small things for today

1. Notice one moment in which you wish he were watching.
2. Ask what you hoped he would see.
3. Write that down where *you* can see it.

Nothing has to be solved by tonight. If sleeping or eating has become hard, look after that first, and [let somebody help](https://findahelpline.com).`,
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
