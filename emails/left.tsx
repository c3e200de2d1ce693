import { wordsFor } from '../src/words/words.ts'
import { PostalAddress, QuietLink } from './components/footer.tsx'
import type { CourseLook } from './components/letter.tsx'
import { PlainLetter } from './components/plain-letter.tsx'
import { aCourse } from './components/preview-props.ts'

export interface LeftProps extends CourseLook {
  courseTitle: string
  /** The course's public page, where one signs up. */
  courseUrl: string
  senderName: string
  postalAddress: string
}

export const subject = (props: Pick<LeftProps, 'courseTitle' | 'language'>) =>
  wordsFor(props.language).mails.left.subject(props.courseTitle)

/** The one mail that says a "STOP" by mail was understood; an automatic answer, and said to be one in its headers. */
export default function Left(props: LeftProps) {
  const words = wordsFor(props.language).mails.left
  return (
    <PlainLetter
      language={props.language}
      accent={props.accent}
      subject={subject(props)}
      title={words.title}
      preheader={words.preheader}
      paragraphs={[words.done(props.courseTitle), words.slip]}
    >
      <QuietLink href={props.courseUrl}>{words.again}</QuietLink>
      <PostalAddress senderName={props.senderName} postalAddress={props.postalAddress} />
    </PlainLetter>
  )
}

Left.PreviewProps = {
  ...aCourse,
  courseUrl: 'https://course.example.com/courses/wanting-to-be-wanted',
} satisfies LeftProps
