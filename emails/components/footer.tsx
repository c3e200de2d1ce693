import { Hr, Link, Text } from 'react-email'
import type { Words } from '../../src/words/words.ts'
import { light } from './look.ts'
import * as type from './type.ts'

/** A page that finds a crisis line in the reader's own country. */
export const helplineUrl = 'https://findahelpline.com'

/** The addresses that belong to one reader's copy of a mail. */
export interface PersonalLinks {
  preferencesUrl: string
  unsubscribeUrl: string
  viewUrl: string
}

export interface FooterProps extends PersonalLinks {
  words: Words['mails']['footer']
  /** A whole sentence: why this came. */
  reason: string
  senderName: string
  postalAddress: string
}

/** The end of a mail of a course: why it came, how to change or stop it, where help is now, and who sent it from where. */
export function Footer({ words, preferencesUrl, unsubscribeUrl, viewUrl, ...props }: FooterProps) {
  return (
    <>
      <Rule />
      <Text className="muted" style={type.small}>
        {props.reason}
      </Text>
      <QuietLink href={`${preferencesUrl}#schedule`}>{words.changeTime}</QuietLink>
      <QuietLink href={`${preferencesUrl}#pause`}>{words.pause}</QuietLink>
      <QuietLink href={unsubscribeUrl}>{words.leave}</QuietLink>
      <QuietLink href={`${unsubscribeUrl}?everything`}>{words.leaveAll}</QuietLink>
      <QuietLink href={viewUrl}>{words.viewInBrowser}</QuietLink>
      <QuietLink href={helplineUrl}>{words.helpline}</QuietLink>
      <Text className="muted" style={{ ...type.small, margin: '16px 0 0' }}>
        {words.yoursAlone}
      </Text>
      <PostalAddress {...props} />
    </>
  )
}

/** The line above the small print. */
export const Rule = () => (
  <Hr className="rule" style={{ borderTop: `1px solid ${light.rule}`, margin: '40px 0 24px' }} />
)

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
