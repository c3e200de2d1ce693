import { createHash } from 'node:crypto'
import type { Seen } from '../../../sequences/draft.ts'

/** Hidden fields that say what somebody had before their eyes; `part` is the fingerprint of the very piece they change. */
export function SeenFields({ seen, part }: { seen: Seen; part?: string }) {
  return (
    <>
      <input type="hidden" name="basedOn" value={seen.basedOn} />
      <input type="hidden" name="version" value={seen.version} />
      {part !== undefined && <input type="hidden" name="part" value={part} />}
    </>
  )
}

/** Reads them back. What is malformed equals no draft, so it is treated as seen by nobody. */
export const readSeen = (form: Record<string, string>): Seen => ({
  basedOn: form.basedOn ?? '',
  version: /^\d{1,9}$/.test(form.version ?? '') ? Number(form.version) : -1,
})

export const fingerprint = (part: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(part) ?? '')
    .digest('base64url')
