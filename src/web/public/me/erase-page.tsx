import { Page } from '../../page.tsx'
import type { Speech } from './speech.ts'

/** What erasing takes and leaves, and the word to type. Nothing is erased from here: a link to the mailbox follows. */
export function ErasePage({ path, speech }: { path: string; speech: Speech }) {
  const { erase, letter } = speech.me
  return (
    <Page title={erase.title} language={speech.language} accent={speech.accent}>
      <h1>{erase.title}</h1>
      <p>{erase.goes}</p>
      <p>{erase.stays}</p>
      <p>
        <a href={`${path}/export.json`} download>
          {erase.export}
        </a>
      </p>
      <form method="post" action={path}>
        <div className="field">
          <label htmlFor="word">{erase.type(erase.word)}</label>
          <input id="word" name="word" required autoComplete="off" autoCapitalize="none" spellCheck={false} />
          <p className="hint">{erase.first}</p>
        </div>
        <button type="submit" name="do" value="erase">
          {erase.button}
        </button>
      </form>
      <p className="actions">
        <a href={path}>{letter.back}</a>
      </p>
    </Page>
  )
}
