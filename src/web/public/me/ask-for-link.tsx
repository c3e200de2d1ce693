import { Page } from '../../page.tsx'
import { Field } from '../field.tsx'
import type { Speech } from './speech.ts'

/** For whoever has no letter at hand: an address, to which the link to their page is mailed. */
export function AskForLink({ speech, problem }: { speech: Speech; problem?: string }) {
  const { ask } = speech.me
  return (
    <Page title={ask.title} language={speech.language}>
      <h1>{ask.title}</h1>
      <p>{ask.about}</p>
      <form method="post" action="/me" noValidate={problem !== undefined}>
        <Field
          name="email"
          label={ask.email}
          type="email"
          required
          autoComplete="email"
          maxLength={254}
          problem={problem}
        />
        <button type="submit">{ask.button}</button>
      </form>
    </Page>
  )
}
