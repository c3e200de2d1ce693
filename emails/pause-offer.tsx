import { wordsFor } from '../src/words/words.ts'
import { ButtonWithAddress } from './components/button.tsx'
import { PostalAddress } from './components/footer.tsx'
import { LastParagraph } from './components/last-paragraph.tsx'
import type { CourseLook } from './components/letter.tsx'
import { PlainLetter } from './components/plain-letter.tsx'
import { aCourse, personalLinks } from './components/preview-props.ts'

export interface PauseOfferProps extends CourseLook {
  courseTitle: string
  preferencesUrl: string
  senderName: string
  postalAddress: string
}

export const subject = (props: Pick<PauseOfferProps, 'courseTitle' | 'language'>) =>
  wordsFor(props.language).mails.pauseOffer.subject(props.courseTitle)

/** To whoever wrote nothing but "pause": how long is theirs to say, so nothing is paused yet; the way there is one press. */
export default function PauseOffer(props: PauseOfferProps) {
  const { pauseOffer: words, ifButtonFails } = wordsFor(props.language).mails
  return (
    <PlainLetter
      language={props.language}
      accent={props.accent}
      subject={subject(props)}
      title={words.title}
      preheader={words.preheader}
      paragraphs={[words.asked(props.courseTitle)]}
    >
      <ButtonWithAddress
        href={`${props.preferencesUrl}#pause`}
        accent={props.accent}
        otherwise={ifButtonFails}
      >
        {words.button}
      </ButtonWithAddress>
      <LastParagraph>{words.person}</LastParagraph>
      <PostalAddress senderName={props.senderName} postalAddress={props.postalAddress} />
    </PlainLetter>
  )
}

PauseOffer.PreviewProps = {
  ...aCourse,
  preferencesUrl: personalLinks.preferencesUrl,
} satisfies PauseOfferProps
