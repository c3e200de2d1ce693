import { kilobytes } from '../../../deliveries/check-lessons.ts'
import type { Preview } from '../../../deliveries/preview-lesson.ts'
import { previewDocument } from './preview-document.ts'

interface PreviewPaneProps {
  preview: Preview | undefined
  named: boolean
  /** Nothing is written yet, so nothing is wrong either. */
  blank: boolean
}

/** The letter beside its text. Without scripts the Preview button makes it anew; with them it follows the typing. */
export function PreviewPane({ preview, named, blank }: PreviewPaneProps) {
  return (
    <section className="preview" aria-label="Preview">
      <div className="inbox-line">
        <strong data-show="from">{preview?.from}</strong>
        <span>
          <b data-show="subject">{preview?.subject}</b>{' '}
          <span className="muted" data-show="preheader">
            {preview?.preheader}
          </span>
        </span>
      </div>
      <p className="small error" data-show="trouble" hidden={blank || preview !== undefined}>
        There is nothing to show until what is marked in the form is right.
      </p>
      {/* No scripts may run in it. Same origin lets the page around it keep its place while one types. */}
      <iframe
        title="The letter as a reader gets it"
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        srcDoc={preview ? previewDocument(preview.html) : ''}
        data-show="document"
      />
      <p className="small muted">
        <span data-show="size">{preview && describeSize(preview)}</span>{' '}
        <label className="choice">
          <input type="checkbox" name="nameless" defaultChecked={!named} /> for a reader who gave no name
        </label>
      </p>
      <details>
        <summary>The text part</summary>
        <pre data-show="text">{preview?.text}</pre>
      </details>
    </section>
  )
}

export function describeSize({ bytes, tooLarge }: Preview): string {
  return tooLarge
    ? `${kilobytes(bytes)}: more than the 90 KB that Gmail shows whole, so it cannot be published.`
    : `${kilobytes(bytes)} of the 90 KB that Gmail shows whole.`
}
