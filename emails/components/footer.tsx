import { Hr, Link, Text } from 'react-email'
import { light } from './look.ts'
import * as type from './type.ts'

/** A page that finds a crisis line in the reader's own country. */
export const helplineUrl = 'https://findahelpline.com'

/** The end of a lesson: why it came, how to change or stop it, where help is now, and who sent it from where. */
export function Footer(props: {
  reason: string
  preferencesUrl: string
  unsubscribeUrl: string
  senderName: string
  postalAddress: string
}) {
  return (
    <>
      <Hr className="rule" style={{ borderTop: `1px solid ${light.rule}`, margin: '40px 0 24px' }} />
      <Text className="muted" style={type.small}>
        {props.reason}
      </Text>
      <QuietLink href={props.preferencesUrl}>Pause, or change the hour</QuietLink>
      <QuietLink href={props.unsubscribeUrl}>Stop this course (unsubscribe)</QuietLink>
      <QuietLink href={helplineUrl}>Need to talk to someone now? Find a helpline near you</QuietLink>
      <PostalAddress senderName={props.senderName} postalAddress={props.postalAddress} />
    </>
  )
}

/** A link on a line of its own, tall enough for a thumb. */
export function QuietLink(props: { href: string; children: string }) {
  return (
    <Text data-text-format="line" className="muted" style={{ ...type.small, margin: 0, padding: '4px 0' }}>
      <Link href={props.href} className="muted" style={type.quietLink}>
        {props.children}
      </Link>
    </Text>
  )
}

/** Who sent this and where they can be reached by post: the law asks for it in every mail. */
export function PostalAddress(props: { senderName: string; postalAddress: string }) {
  return (
    <Text className="muted" style={{ ...type.small, margin: '16px 0 0' }}>
      {`${props.senderName}, ${props.postalAddress}`}
    </Text>
  )
}
