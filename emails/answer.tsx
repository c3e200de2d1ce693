import { Heading, Link, Section, Text } from 'react-email'
import { Letter } from './components/letter.tsx'
import { light } from './components/look.ts'
import { Paragraphs } from './components/paragraphs.tsx'
import * as type from './components/type.ts'

export interface AnswerProps {
  courseTitle: string
  /** The subject of the lesson that the reader replied to. */
  lessonSubject: string
  /** The author's answer as plain text: a blank line parts paragraphs, a line break stays one. */
  paragraphs: string
  /** The reader's own words, quoted below the answer; null quotes nothing. */
  quoted: string | null
  authorName: string
  preferencesUrl: string
  postalAddress: string
}

export const subject = (props: Pick<AnswerProps, 'lessonSubject'>) => `Re: ${props.lessonSubject}`

/** What the author writes back to one reader. It should feel like a mail from a person, because it is one. */
export default function Answer(props: AnswerProps) {
  return (
    <Letter title={subject(props)} preheader={firstWords(props.paragraphs)}>
      <Heading
        as="h1"
        className="muted"
        data-skip-in-text="true"
        style={{ ...type.small, fontWeight: 400, margin: '0 0 24px' }}
      >
        {`Your reply to \u201c${props.lessonSubject}\u201d`}
      </Heading>
      <Paragraphs text={props.paragraphs} className="ink" style={type.body} />
      {props.quoted && (
        <>
          <Text className="muted" style={{ ...type.small, margin: '36px 0 10px' }}>
            You wrote:
          </Text>
          <blockquote className="rule" style={quote}>
            <Paragraphs
              text={props.quoted}
              className="muted"
              style={{ ...type.body, color: light.muted, fontSize: '16px', margin: '0 0 12px' }}
            />
          </blockquote>
        </>
      )}
      <Section style={{ margin: '40px 0 0' }}>
        <Text className="muted" style={{ ...type.small, margin: 0 }}>
          {`${props.authorName} answered you in \u201c${props.courseTitle}\u201d. Reply to this mail to go on talking, or `}
          <Link href={props.preferencesUrl} className="muted" style={type.quietLink}>
            pause or stop the course
          </Link>
          {'.'}
        </Text>
        <Text className="muted" style={{ ...type.small, margin: '4px 0 0' }}>
          {props.postalAddress}
        </Text>
      </Section>
    </Letter>
  )
}

const quote = { borderLeft: `2px solid ${light.rule}`, margin: 0, padding: '0 0 0 18px' }

const firstWords = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 140)

Answer.PreviewProps = {
  courseTitle: 'Wanting to be wanted',
  lessonSubject: 'The part of you that already knows',
  paragraphs: `Dear Ruth,

Thank you for writing this down, and for sending it. “Let him be ordinary” is a sentence I would put on the fridge.

What I hear is that you are tired of being the audience. You have watched their life for three months; nobody has watched yours. What would you want someone to see, this week?

Take your time.

Laurie`,
  quoted: `She would say: let him be ordinary. Let them have their quiet evenings.

I didn't know I thought that until I typed it.`,
  authorName: 'Laurie',
  preferencesUrl: 'https://course.example.com/me/5t0p',
  postalAddress: '12 Harbour Lane, Vancouver BC V6B 1A1, Canada',
} satisfies AnswerProps
