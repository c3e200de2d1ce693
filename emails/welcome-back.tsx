import { wordsFor } from '../src/words/words.ts'
import { ButtonWithAddress } from './components/button.tsx'
import { Footer, type PersonalLinks } from './components/footer.tsx'
import { LastParagraph } from './components/last-paragraph.tsx'
import type { CourseLook } from './components/letter.tsx'
import { PlainLetter } from './components/plain-letter.tsx'
import { aCourse, personalLinks } from './components/preview-props.ts'

export interface WelcomeBackProps extends CourseLook, PersonalLinks {
  courseTitle: string
  firstName: string | null
  /** How many letters they have had, and of how many. */
  had: string
  of: string
  /** A whole sentence: when the next one comes. */
  next: string
  senderName: string
  postalAddress: string
  reason: string
}

export const subject = (props: Pick<WelcomeBackProps, 'courseTitle' | 'language'>) =>
  wordsFor(props.language).mails.welcomeBack.subject(props.courseTitle)

/** Somebody signed up again in the middle of the course: where they are, and that it goes on. */
export default function WelcomeBack(props: WelcomeBackProps) {
  const { welcomeBack: words, footer, hello, ifButtonFails } = wordsFor(props.language).mails
  return (
    <PlainLetter
      language={props.language}
      accent={props.accent}
      subject={subject(props)}
      title={words.title}
      preheader={words.preheader}
      paragraphs={[
        hello(props.firstName),
        words.asked(props.courseTitle),
        `${words.where(props.had, props.of)} ${props.next}`,
        words.afresh,
      ]}
    >
      <ButtonWithAddress href={props.preferencesUrl} accent={props.accent} otherwise={ifButtonFails}>
        {words.page}
      </ButtonWithAddress>
      <LastParagraph>{words.notYou}</LastParagraph>
      <Footer words={footer} {...props} />
    </PlainLetter>
  )
}

WelcomeBack.PreviewProps = {
  ...aCourse,
  ...personalLinks,
  firstName: 'Ruth',
  had: '3',
  of: '7',
  next: 'The next letter comes tomorrow, Tuesday, at 7:00 am.',
  reason: 'You get this because you asked for the course on 23 November 2026.',
} satisfies WelcomeBackProps
