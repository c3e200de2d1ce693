import { wordsFor } from '../src/words/words.ts'
import { ButtonWithAddress } from './components/button.tsx'
import { PostalAddress } from './components/footer.tsx'
import type { CourseLook } from './components/letter.tsx'
import { PlainLetter } from './components/plain-letter.tsx'
import { aCourse } from './components/preview-props.ts'
import { LastParagraph } from './components/last-paragraph.tsx'

export interface ConfirmationProps extends CourseLook {
  courseTitle: string
  firstName?: string | null
  /** A page with a button on it: opening it confirms nothing, because scanners open links too. */
  confirmUrl: string
  senderName: string
  postalAddress: string
  /** The reader's hour as they say it, such as "8:00" or "8:00 am" (`sayTime`). */
  sendTime: string
  /** The reader's zone as they would say it, such as "Europe/Berlin". */
  timezone: string
}

export const subject = (props: Pick<ConfirmationProps, 'courseTitle' | 'language'>) =>
  wordsFor(props.language).mails.confirmation.subject(props.courseTitle)

/** Did you ask for this course? Nothing else is said: this mail goes to people who have not agreed to any yet. */
export default function Confirmation(props: ConfirmationProps) {
  const { confirmation: words, hello, ifButtonFails } = wordsFor(props.language).mails
  return (
    <PlainLetter
      language={props.language}
      accent={props.accent}
      subject={subject(props)}
      title={words.title}
      preheader={words.preheader}
      paragraphs={[
        hello(props.firstName ?? null),
        words.asked(props.courseTitle, props.sendTime, props.timezone),
        words.press,
      ]}
    >
      <ButtonWithAddress href={props.confirmUrl} accent={props.accent} otherwise={ifButtonFails}>
        {words.button}
      </ButtonWithAddress>
      <LastParagraph>{words.notYou}</LastParagraph>
      <PostalAddress senderName={props.senderName} postalAddress={props.postalAddress} />
    </PlainLetter>
  )
}

Confirmation.PreviewProps = {
  ...aCourse,
  firstName: 'Ruth',
  confirmUrl: 'https://course.example.com/signups/7Qm2cW0vXhT4bN9s/confirmation',
  sendTime: '8:00 am',
  timezone: 'America/Vancouver',
} satisfies ConfirmationProps
