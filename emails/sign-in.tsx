import { Button, Heading, Link, Text } from 'react-email'
import { Letter } from './components/letter.tsx'
import * as type from './components/type.ts'

export interface SignInProps {
  url: string
  /** How long the link works, in minutes. */
  minutes: number | string
  /** What the link is for; 'sign-in' unless told. */
  purpose?: 'sign-in' | 'reset-password'
}

const words = {
  'sign-in': { subject: 'Sign in to Lettercourse', title: 'Sign in', button: 'Sign in' },
  'reset-password': {
    subject: 'Choose a new Lettercourse password',
    title: 'Choose a new password',
    button: 'Choose a new password',
  },
} as const

export const subject = (props: Pick<SignInProps, 'purpose'>) => words[props.purpose ?? 'sign-in'].subject

/** The link that lets an admin in, or lets them choose a new password. */
export default function SignIn(props: SignInProps) {
  const { title, button } = words[props.purpose ?? 'sign-in']
  return (
    <Letter title={subject(props)} preheader={`The link works once, for ${props.minutes} minutes.`}>
      <Heading as="h1" className="ink title" style={type.title}>
        {title}
      </Heading>
      <Text className="ink" style={type.body}>
        {`This link works once, and for ${props.minutes} minutes.`}
      </Text>
      <Text style={{ margin: '28px 0' }}>
        <Button href={props.url} className="button" style={type.button}>
          {button}
        </Button>
      </Text>
      <Text className="ink" style={type.body}>
        If you did not ask for it, ignore this mail. Nothing has changed.
      </Text>
      <Text className="muted" data-skip-in-text="true" style={{ ...type.small, margin: '32px 0 0' }}>
        {'If the button does not work, open this address: '}
        <Link href={props.url} className="muted" style={{ ...type.quietLink, wordBreak: 'break-all' }}>
          {props.url}
        </Link>
      </Text>
    </Letter>
  )
}

SignIn.PreviewProps = {
  url: 'https://course.example.com/admin/sign-in/9dK2mQ7Lr1x',
  minutes: 10,
} satisfies SignInProps
