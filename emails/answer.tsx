import { Heading, Text } from 'react-email'
import { directionOf, wordsFor } from '../src/words/words.ts'
import { QuietLink, Rule } from './components/footer.tsx'
import { type CourseLook, Letter } from './components/letter.tsx'
import { light } from './components/look.ts'
import { Paragraphs } from './components/paragraphs.tsx'
import { aCourse, aLesson, personalLinks } from './components/preview-props.ts'
import * as type from './components/type.ts'

export interface AnswerProps extends CourseLook {
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
  const { language, accent } = props
  const words = wordsFor(language).mails.answer
  return (
    <Letter
      language={language}
      accent={accent}
      title={subject(props)}
      preheader={firstWords(props.paragraphs)}
    >
      <Heading
        as="h1"
        className="muted"
        data-skip-in-text="true"
        style={{ ...type.small, fontWeight: 400, margin: '0 0 24px' }}
      >
        {words.yourReply(withoutQuotes(props.lessonSubject))}
      </Heading>
      <Paragraphs text={props.paragraphs} className="ink" style={type.body} />
      {props.quoted && (
        <>
          <Text className="muted" style={{ ...type.small, margin: '36px 0 10px' }}>
            {words.youWrote}
          </Text>
          <blockquote
            className="rule"
            style={{ margin: 0, ...type.atStart(directionOf(language), `2px solid ${light.rule}`, '18px') }}
          >
            <Paragraphs
              text={props.quoted}
              className="muted"
              style={{ ...type.body, color: light.muted, fontSize: '16px', margin: '0 0 12px' }}
            />
          </blockquote>
        </>
      )}
      <Rule />
      <Text className="muted" style={type.small}>
        {`${words.answered(props.authorName, props.courseTitle)} ${words.goOn}`}
      </Text>
      <QuietLink href={props.preferencesUrl}>{words.pauseOrStop}</QuietLink>
      <Text className="muted" style={{ ...type.small, margin: '4px 0 0' }}>
        {props.postalAddress}
      </Text>
    </Letter>
  )
}

const firstWords = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 140)

/** A title that is a quotation itself is not put into quotation marks once more. */
const withoutQuotes = (title: string) => title.replace(/^[“„«"]([^“”„«»"]*)[”“»"]$/u, '$1')

Answer.PreviewProps = {
  language: aCourse.language,
  accent: aCourse.accent,
  courseTitle: aCourse.courseTitle,
  lessonSubject: aLesson.subject,
  paragraphs: `Dear Ruth,

Thank you for writing this down, and for sending it. “Let him be ordinary” is a sentence I would put on the fridge.

What I hear is that you are tired of being the audience. You have watched their life for three months; nobody has watched yours. What would you want someone to see, this week?

Take your time.

Laurie`,
  quoted: `She would say: let him be ordinary. Let them have their quiet evenings.

I didn't know I thought that until I typed it.`,
  authorName: aCourse.senderName,
  preferencesUrl: personalLinks.preferencesUrl,
  postalAddress: aCourse.postalAddress,
} satisfies AnswerProps
