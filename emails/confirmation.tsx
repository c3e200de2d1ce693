import { Button, Heading, Link, Text } from 'react-email'
import { PostalAddress } from './components/footer.tsx'
import { Letter } from './components/letter.tsx'
import * as type from './components/type.ts'

export interface ConfirmationProps {
  courseTitle: string
  firstName?: string | null
  /** A page with a button on it: opening it confirms nothing, because scanners open links too. */
  confirmUrl: string
  senderName: string
  postalAddress: string
  /** The reader's hour, such as "08:00". */
  sendTime: string
  /** The reader's zone as they would say it, such as "Europe/Berlin". */
  timezone: string
}

export const subject = (props: Pick<ConfirmationProps, 'courseTitle'>) =>
  `Please confirm: ${props.courseTitle}`

/** Did you ask for this course? Nothing else is said: this mail goes to people who have not agreed to any yet. */
export default function Confirmation(props: ConfirmationProps) {
  return (
    <Letter title={subject(props)} preheader="Confirm that you asked for this course, and it begins.">
      <Heading as="h1" className="ink title" style={type.title}>
        Did you ask for this course?
      </Heading>
      <Text className="ink" style={type.body}>
        {props.firstName ? `Hello ${props.firstName},` : 'Hello,'}
      </Text>
      <Text className="ink" style={type.body}>
        {`Someone, and we hope it was you, asked us to send \u201c${props.courseTitle}\u201d to this address: one letter a day, at ${props.sendTime} (${props.timezone}).`}
      </Text>
      <Text className="ink" style={type.body}>
        Confirm it on the page behind this button, and the course begins.
      </Text>
      <Text style={{ margin: '28px 0' }}>
        <Button href={props.confirmUrl} className="button" style={type.button}>
          Confirm and begin
        </Button>
      </Text>
      <Text className="ink" style={type.body}>
        If it was not you, do nothing. Nothing more will be sent to you.
      </Text>
      <Text className="muted" data-skip-in-text="true" style={{ ...type.small, margin: '32px 0 0' }}>
        {'If the button does not work, open this address: '}
        <Link href={props.confirmUrl} className="muted" style={{ ...type.quietLink, wordBreak: 'break-all' }}>
          {props.confirmUrl}
        </Link>
      </Text>
      <PostalAddress senderName={props.senderName} postalAddress={props.postalAddress} />
    </Letter>
  )
}

Confirmation.PreviewProps = {
  courseTitle: 'Wanting to be wanted',
  firstName: 'Ruth',
  confirmUrl: 'https://course.example.com/signups/7Qm2cW0vXhT4bN9s/confirmation',
  senderName: 'Laurie',
  postalAddress: '12 Harbour Lane, Vancouver BC V6B 1A1, Canada',
  sendTime: '08:00',
  timezone: 'America/Vancouver',
} satisfies ConfirmationProps
