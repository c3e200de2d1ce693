import { ButtonWithAddress } from './components/button.tsx'
import { LastParagraph } from './components/last-paragraph.tsx'
import { light } from './components/look.ts'
import { PlainLetter } from './components/plain-letter.tsx'

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

/** The link that lets an admin in, or lets them choose a new password. In English, like the studio. */
export default function SignIn(props: SignInProps) {
  const { title, button } = words[props.purpose ?? 'sign-in']
  return (
    <PlainLetter
      language="en"
      accent={light.accent}
      subject={subject(props)}
      title={title}
      preheader={`The link works once, for ${props.minutes} minutes.`}
      paragraphs={[`This link works once, and for ${props.minutes} minutes.`]}
    >
      <ButtonWithAddress
        href={props.url}
        accent={light.accent}
        otherwise="If the button does not work, open this address:"
      >
        {button}
      </ButtonWithAddress>
      <LastParagraph>If you did not ask for it, ignore this mail. Nothing has changed.</LastParagraph>
    </PlainLetter>
  )
}

SignIn.PreviewProps = {
  url: 'https://course.example.com/admin/sign-in/9dK2mQ7Lr1x',
  minutes: 10,
} satisfies SignInProps
