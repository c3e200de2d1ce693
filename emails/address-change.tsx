import { wordsFor } from '../src/words/words.ts'
import { ButtonWithAddress } from './components/button.tsx'
import { PostalAddress } from './components/footer.tsx'
import { LastParagraph } from './components/last-paragraph.tsx'
import type { CourseLook } from './components/letter.tsx'
import { PlainLetter } from './components/plain-letter.tsx'
import { aCourse } from './components/preview-props.ts'

export interface AddressChangeProps extends CourseLook {
  newAddress: string
  /** False asks the present mailbox whether it agrees; true tells it that it has happened. */
  done: boolean
  /** The page with the button; not for what is done. */
  proofUrl?: string
  senderName: string
  postalAddress: string
}

export const subject = (props: Pick<AddressChangeProps, 'language' | 'done'>) => {
  const words = wordsFor(props.language).me.addressMail
  return props.done ? words.doneSubject : words.askSubject
}

/** To the mailbox that mail has gone to so far, before and after it goes elsewhere. */
export default function AddressChange(props: AddressChangeProps) {
  const { me, mails } = wordsFor(props.language)
  const words = me.addressMail
  return (
    <PlainLetter
      language={props.language}
      accent={props.accent}
      subject={subject(props)}
      title={subject(props)}
      preheader={props.done ? words.notYouDone : mails.proof.once}
      paragraphs={
        props.done ? [words.done(props.newAddress)] : [words.ask(props.newAddress), mails.proof.once]
      }
    >
      {props.proofUrl && !props.done && (
        <ButtonWithAddress href={props.proofUrl} accent={props.accent} otherwise={mails.ifButtonFails}>
          {words.button}
        </ButtonWithAddress>
      )}
      <LastParagraph>{props.done ? words.notYouDone : mails.proof.notYou}</LastParagraph>
      <PostalAddress senderName={props.senderName} postalAddress={props.postalAddress} />
    </PlainLetter>
  )
}

AddressChange.PreviewProps = {
  language: aCourse.language,
  accent: aCourse.accent,
  newAddress: 'ruth@new.example.org',
  done: false as boolean,
  proofUrl: 'https://course.example.com/me/proof/4k2m',
  senderName: aCourse.senderName,
  postalAddress: aCourse.postalAddress,
} satisfies AddressChangeProps
