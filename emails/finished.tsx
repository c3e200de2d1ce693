import { wordsFor } from '../src/words/words.ts'
import { ButtonWithAddress } from './components/button.tsx'
import { Footer, type PersonalLinks } from './components/footer.tsx'
import type { CourseLook } from './components/letter.tsx'
import { PlainLetter } from './components/plain-letter.tsx'
import { aCourse, personalLinks } from './components/preview-props.ts'

export interface FinishedProps extends CourseLook, PersonalLinks {
  courseTitle: string
  firstName: string | null
  senderName: string
  postalAddress: string
  reason: string
}

export const subject = (props: Pick<FinishedProps, 'courseTitle' | 'language'>) =>
  wordsFor(props.language).mails.finished.subject(props.courseTitle)

/** The day after the last lesson: it is over, what stays is theirs, and how to say something. */
export default function Finished(props: FinishedProps) {
  const { finished: words, footer, hello, ifButtonFails } = wordsFor(props.language).mails
  return (
    <PlainLetter
      language={props.language}
      accent={props.accent}
      subject={subject(props)}
      title={words.title}
      preheader={words.preheader}
      paragraphs={[
        hello(props.firstName),
        words.over(props.courseTitle),
        words.stays,
        words.thanks(props.senderName),
      ]}
    >
      <ButtonWithAddress href={props.preferencesUrl} accent={props.accent} otherwise={ifButtonFails}>
        {words.page}
      </ButtonWithAddress>
      <Footer words={footer} {...props} />
    </PlainLetter>
  )
}

Finished.PreviewProps = {
  ...aCourse,
  ...personalLinks,
  firstName: 'Ruth',
  reason: 'You get this because you asked for the course on 23 November 2026.',
} satisfies FinishedProps
