import { Button, Link, Text } from 'react-email'
import { light, sans } from './look.ts'
import * as type from './type.ts'

/** The one thing to press, and its address in full for mail programs that show no button. */
export function ButtonWithAddress(props: {
  href: string
  accent: string
  otherwise: string
  children: string
}) {
  return (
    <>
      <Text style={{ margin: '28px 0' }}>
        <Button
          href={props.href}
          className="button"
          style={{ ...button, backgroundColor: props.accent, color: light.onAccent }}
        >
          {props.children}
        </Button>
      </Text>
      <Text className="muted" data-skip-in-text="true" style={{ ...type.small, margin: '0 0 28px' }}>
        {props.otherwise}
        <br />
        <Link href={props.href} className="muted" style={{ ...type.quietLink, wordBreak: 'break-all' }}>
          {props.href}
        </Link>
      </Text>
    </>
  )
}

const button = {
  borderRadius: '4px',
  fontFamily: sans,
  fontSize: '17px',
  fontWeight: 600,
  padding: '14px 24px',
  textDecoration: 'none',
}
