import type { Original } from '../../../replies/read-original.ts'
import { sizeOf } from './attachments.tsx'

/** Characters of a message that are shown at once; the whole is a download away. */
const SHOWN = 200_000

/** A message as text: its HTML is never drawn here. */
export function OriginalPage({ original, at, query }: { original: Original; at: string; query: string }) {
  const { size, headers, text } = original
  return (
    <>
      <p className="overline">
        <a href={`${at}${query}`}>Back to the reply</a>
      </p>
      <h1>The message as it came</h1>
      <p className="small">
        <a href={`${at}/original.eml`}>Download it</a> <span className="muted">{sizeOf(size)}</span>
      </p>
      <p className="said original">{text.slice(0, SHOWN) || 'It holds no text.'}</p>
      {text.length > SHOWN && <p className="muted">It goes on; the whole is in the download.</p>}
      <h2>Headers</h2>
      <pre className="small headers">{headers}</pre>
    </>
  )
}
