import { ButtonWithAddress } from './components/button.tsx'
import { LastParagraph } from './components/last-paragraph.tsx'
import { light } from './components/look.ts'
import { PlainLetter } from './components/plain-letter.tsx'

export interface CareNoticeProps {
  courseTitle: string
  /** The reply in the studio. */
  replyUrl: string
}

export const subject = (props: Pick<CareNoticeProps, 'courseTitle'>) =>
  `A reply waits for a person: ${props.courseTitle}`

/** To the team, when a reply shows signs of distress. It says that one waits, and never a word of it. */
export default function CareNotice(props: CareNoticeProps) {
  return (
    <PlainLetter
      language="en"
      accent={light.accent}
      subject={subject(props)}
      title="A reply waits for a person"
      preheader="It is marked care. The next lesson is held until somebody decides."
      paragraphs={[
        `A reply came in to \u201c${props.courseTitle}\u201d that shows signs of distress. It is marked care and stands first in the inbox.`,
        'The next lesson to this reader is held. Nothing has been answered, and no machine will answer it.',
      ]}
    >
      <ButtonWithAddress
        href={props.replyUrl}
        accent={light.accent}
        otherwise="If the button does not work, open this address:"
      >
        Read it in the studio
      </ButtonWithAddress>
      <LastParagraph>
        Helplines for the reader's country stand beside the reply. This mail holds none of its words.
      </LastParagraph>
    </PlainLetter>
  )
}

CareNotice.PreviewProps = {
  courseTitle: 'Wanting to be wanted',
  replyUrl: 'https://course.example.com/admin/replies/019b2f6e-5c1d-7a52-8f0e-3a1d5c7b9e11',
} satisfies CareNoticeProps
