import { ButtonWithAddress } from './components/button.tsx'
import { LastParagraph } from './components/last-paragraph.tsx'
import { light } from './components/look.ts'
import { PlainLetter } from './components/plain-letter.tsx'

export interface CareNoticeProps {
  /** Null when it is not known which course it belongs to. */
  courseTitle: string | null
  /** Whether a next lesson is held back for it. */
  held: boolean
  /** The reply in the studio. */
  replyUrl: string
}

export const subject = (props: Pick<CareNoticeProps, 'courseTitle'>) =>
  props.courseTitle ? `A reply waits for a person: ${props.courseTitle}` : 'A reply waits for a person'

/** To the team, when a reply shows signs of distress. It says that one waits, and never a word of it. */
export default function CareNotice(props: CareNoticeProps) {
  return (
    <PlainLetter
      language="en"
      accent={light.accent}
      subject={subject(props)}
      title="A reply waits for a person"
      preheader={
        props.held
          ? 'It is marked care. The next lesson is held until somebody decides.'
          : 'It is marked care. Nothing has been answered.'
      }
      paragraphs={[
        `A reply came in${props.courseTitle ? ` to \u201c${props.courseTitle}\u201d` : ''} that shows signs of distress. It is marked care and stands first in the inbox.`,
        `${props.held ? 'The next lesson to this reader is held. ' : ''}Nothing has been answered, and no machine will answer it.`,
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
  held: true,
  replyUrl: 'https://course.example.com/admin/replies/019b2f6e-5c1d-7a52-8f0e-3a1d5c7b9e11',
} satisfies CareNoticeProps
