import { wordsFor } from '../src/words/words.ts'
import { ButtonWithAddress } from './components/button.tsx'
import { Footer, type PersonalLinks } from './components/footer.tsx'
import { LastParagraph } from './components/last-paragraph.tsx'
import type { CourseLook } from './components/letter.tsx'
import { PlainLetter } from './components/plain-letter.tsx'
import { aCourse, personalLinks } from './components/preview-props.ts'

export interface ReceiptProps extends CourseLook, PersonalLinks {
  courseTitle: string
  standing: 'paused' | 'resumed'
  /** Whole sentences: how the course stands now, until when, and when the next letter comes. */
  told: string
  senderName: string
  postalAddress: string
  reason: string
}

export const subject = (props: Pick<ReceiptProps, 'courseTitle' | 'language' | 'standing'>) => {
  const words = wordsFor(props.language).mails.receipt
  return props.standing === 'paused'
    ? words.pausedSubject(props.courseTitle)
    : words.resumedSubject(props.courseTitle)
}

/** Somebody, the reader or one of the team, paused the course or let it go on: how it stands now, and how to undo it. */
export default function Receipt(props: ReceiptProps) {
  const { receipt: words, footer, ifButtonFails } = wordsFor(props.language).mails
  const paused = props.standing === 'paused'
  return (
    <PlainLetter
      language={props.language}
      accent={props.accent}
      subject={subject(props)}
      title={paused ? words.pausedTitle : words.resumedTitle}
      preheader={props.told}
      paragraphs={[props.told, paused ? words.undoPause : words.undoResume]}
    >
      <ButtonWithAddress
        href={`${props.preferencesUrl}#pause`}
        accent={props.accent}
        otherwise={ifButtonFails}
      >
        {words.page}
      </ButtonWithAddress>
      <LastParagraph>{words.notYou}</LastParagraph>
      <Footer words={footer} {...props} />
    </PlainLetter>
  )
}

Receipt.PreviewProps = {
  ...aCourse,
  ...personalLinks,
  standing: 'paused' as 'paused' | 'resumed',
  told: '\u201cWanting to be wanted\u201d is paused until Friday, 4 December. The next letter comes Friday, 4 December, at 7:00 am.',
  reason: 'You get this because you asked for the course on 23 November 2026.',
} satisfies ReceiptProps
