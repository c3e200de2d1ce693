import { wordsFor } from '../src/words/words.ts'
import { ButtonWithAddress } from './components/button.tsx'
import { PostalAddress } from './components/footer.tsx'
import { LastParagraph } from './components/last-paragraph.tsx'
import type { CourseLook } from './components/letter.tsx'
import { PlainLetter } from './components/plain-letter.tsx'
import { aCourse } from './components/preview-props.ts'

export interface ProofProps extends CourseLook {
  purpose: 'erase' | 'change_address' | 'open_page'
  /** A page with a button on it; it works once, for an hour. */
  proofUrl: string
  senderName: string
  postalAddress: string
}

export const subject = (props: Pick<ProofProps, 'purpose' | 'language'>) =>
  wordsFor(props.language).mails.proof[props.purpose].subject

/** What a forwarded letter must not be able to do: asked of the mailbox itself. */
export default function Proof(props: ProofProps) {
  const { proof, ifButtonFails } = wordsFor(props.language).mails
  const words = proof[props.purpose]
  return (
    <PlainLetter
      language={props.language}
      accent={props.accent}
      subject={words.subject}
      title={words.title}
      preheader={proof.once}
      paragraphs={[words.about, proof.once]}
    >
      <ButtonWithAddress href={props.proofUrl} accent={props.accent} otherwise={ifButtonFails}>
        {words.button}
      </ButtonWithAddress>
      <LastParagraph>{proof.notYou}</LastParagraph>
      <PostalAddress senderName={props.senderName} postalAddress={props.postalAddress} />
    </PlainLetter>
  )
}

Proof.PreviewProps = {
  language: aCourse.language,
  accent: aCourse.accent,
  purpose: 'erase' as ProofProps['purpose'],
  proofUrl: 'https://course.example.com/me/proof/4k2m',
  senderName: aCourse.senderName,
  postalAddress: aCourse.postalAddress,
} satisfies ProofProps
