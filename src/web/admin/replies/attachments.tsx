import type { ListedAttachment } from '../../../replies/read-original.ts'
import { isShownAsImage } from './shown-image.ts'

/** What was attached: nothing of it is opened, drawn or fetched until somebody asks for it. */
export function Attachments({ attachments, at }: { attachments: ListedAttachment[]; at: string }) {
  if (attachments.length === 0) return null
  return (
    <ul className="plain small attachments" aria-label="Attachments">
      {attachments.map(({ place, name, type, size, kept }) => (
        <li key={place}>
          {name}{' '}
          <span className="muted">
            {type}, {sizeOf(size)}
          </span>{' '}
          {kept ? (
            <>
              {isShownAsImage(type) && (
                <>
                  <a href={`${at}/attachments/${place}?shown`}>Show</a>{' '}
                </>
              )}
              <a href={`${at}/attachments/${place}`}>Download</a>
            </>
          ) : (
            <span className="muted">too large to keep by itself</span>
          )}
        </li>
      ))}
    </ul>
  )
}

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

/** "12.4 KB", with 1 KB of 1,000 bytes. */
export function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${number.format(bytes / 1000)} KB`
  return `${number.format(bytes / 1_000_000)} MB`
}
