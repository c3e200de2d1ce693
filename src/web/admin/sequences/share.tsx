import { renderSVG } from 'uqr'
import { wordsFor } from '../../../words/words.ts'
import type { Revision } from '../../../sequences/sequence.ts'
import { plainForm } from './plain-form.ts'

/** The ways to a course that is open: its page, the form on another site (with and without scripts), and a QR code. */
export function Share({ course, publicUrl }: { course: Revision; publicUrl: string }) {
  const page = `${publicUrl}/courses/${course.slug}`
  const embed = `<script src="${publicUrl}/embed.js" data-course="${course.slug}" async></script>`
  const code = renderSVG(page, { ecc: 'M', border: 2, whiteColor: '#ffffff', blackColor: '#000000' })
  return (
    <details className="share">
      <summary>Share it: link, form for your site, QR code</summary>
      <div className="measure">
        <ToCopy id="share-page" label="The page" text={page} />
        <ToCopy id="share-embed" label="The form on another site" text={embed}>
          It takes on that site’s letters. Add data-accent="#2a5fa2" for a colour of its own.
        </ToCopy>
        <ToCopy
          id="share-plain"
          label="The form for a site without scripts"
          text={plainForm(course, publicUrl)}
          long
        >
          It is answered by “{wordsFor(course.language).signup.look}” here.
        </ToCopy>
        <div className="field qr">
          <p>
            <strong>QR code of the page</strong>
          </p>
          <div role="img" aria-label={`QR code of ${page}`} dangerouslySetInnerHTML={{ __html: code }} />
          <p className="hint">
            <a href={`data:image/svg+xml,${encodeURIComponent(code)}`} download={`${course.slug}.svg`}>
              Download it (SVG)
            </a>
          </p>
        </div>
      </div>
    </details>
  )
}

/** Selectable as it is; copy.js adds a button. */
function ToCopy(props: {
  id: string
  label: string
  text: string
  long?: boolean
  children?: React.ReactNode
}) {
  return (
    <div className="field">
      <label htmlFor={props.id}>{props.label}</label>
      <textarea
        id={props.id}
        readOnly
        className={props.long ? 'long' : undefined}
        rows={props.long ? 8 : 2}
        spellCheck={false}
        defaultValue={props.text}
      />
      <p className="hint">
        <button type="button" className="link" data-copy={props.id} hidden>
          Copy
        </button>{' '}
        {props.children}
      </p>
    </div>
  )
}
