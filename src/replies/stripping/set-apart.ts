import { isBlank, type Line, legible, type Role } from './line.ts'
import type { Origin } from './own-words.ts'
import { isDisclaimer, isSentFrom } from './sent-from.ts'

export interface SetApart {
  /** Signatures, and quoted lines that were not sent: somebody may have hidden there what hurts. */
  notOurs: string
  /** What stands below "-- " and was added by no program. */
  belowDashes: string
}

/** So much of a line makes it ours. */
const OURS = 0.5
/** Words of a line that are no coincidence. */
const PHRASE = 3
const DASHES = /^(?:--|—|––|__)$/

/**
 * What is not shown as theirs but is not known to be ours either. Of quotations within quotations only the outer one:
 * the rest was read when it came. A quotation below an introduction is another mail of ours where nothing of it was sent.
 */
export function setApart(lines: Line[], roles: Role[], origins: Origin[] | undefined): SetApart {
  const least = lines.reduce(
    (depth, line, at) => (roles[at] === 'quoted' && !isBlank(line) ? Math.min(depth, line.depth) : depth),
    Number.POSITIVE_INFINITY,
  )
  const isOurs = (at: number) => origins !== undefined && origins[at]!.share >= OURS
  const quotesSent = lines.some(
    (_, at) => roles[at] === 'quoted' && isOurs(at) && origins![at]!.words.length >= PHRASE,
  )
  const notOurs: string[] = []
  const belowDashes: string[] = []
  let introduced = false
  let dashed = false
  lines.forEach((line, at) => {
    const role = roles[at]
    if (role === 'introduction') introduced = true
    if (role === 'own' && !isBlank(line)) introduced = false
    if (role !== 'signature') dashed = false
    if (role === 'quoted' && line.depth <= Math.max(1, least))
      if (!isOurs(at) && (quotesSent || !introduced)) notOurs.push(line.text)
    const text = legible(line.text)
    if (role !== 'signature' || isSentFrom(text)) return
    notOurs.push(line.text)
    if (isDisclaimer(text)) dashed = false
    else if (dashed) belowDashes.push(text)
    if (DASHES.test(text)) dashed = true
  })
  return { notOurs: notOurs.join('\n').trim(), belowDashes: belowDashes.join('\n').trim() }
}
