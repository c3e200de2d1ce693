import { isBlank, type Line, type Role } from './line.ts'
import { keepTheirQuotations, markIntroductions } from './mark-introductions.ts'
import { originsOf } from './own-words.ts'
import { giveBack, takeUnmarked } from './recognise-sent.ts'
import { type SetApart, setApart } from './set-apart.ts'
import { signatureIn } from './signature.ts'

export interface Parted {
  text: string
  role: Role
}

/**
 * Parts the lines of a message. Marks and introductions say what is quoted; the mail that was sent, if it is known, says
 * it better: its words are a quotation with or without marks, and what stands among them but was never sent is theirs.
 */
export function partLines(lines: Line[], sent?: string): SetApart & { parted: Parted[]; uncertain: boolean } {
  const roles: Role[] = lines.map(({ depth }) => (depth > 0 ? 'quoted' : 'own'))
  const unmarked = markIntroductions(lines, roles)
  const { origins, cameBack = 0 } = sent?.trim() ? originsOf(lines, sent) : {}
  const kept = keepTheirQuotations(lines, roles, origins)
  const written = new Map<number, { theirs: string; rest: string }>()
  let uncertain = false
  if (origins) {
    takeUnmarked(lines, roles, origins)
    const found = giveBack(lines, roles, origins, cameBack, written)
    // What was found within the quotation may not be theirs; what is hidden without marks may not be the mail sent.
    uncertain = found === 'something' || (found === 'another mail' && unmarked !== undefined)
    // Below a mere date and verb stands a letter of somebody else, or theirs.
    if (found === 'another mail' && unmarked?.doubtful) roles.fill('own', unmarked.start)
  } else takeWrapped(lines, roles)
  settleBlanks(lines, roles)
  markSignatures(lines, roles)
  const parted = lines.flatMap(({ text }, at): Parted[] => {
    const into = written.get(at)
    if (!into) return [{ text: kept.has(at) ? `> ${text}` : text, role: roles[at]! }]
    return [
      { text: into.rest, role: 'quoted' },
      { text: into.theirs, role: roles[at]! },
    ]
  })
  return { parted, uncertain, ...setApart(lines, roles, origins) }
}

/** Characters after which mail programs break lines. */
const WIDTH = 68

/** The end of a marked line that was wrapped again on its way, if nothing better is known: it goes on mid-sentence. */
function takeWrapped(lines: Line[], roles: Role[]): void {
  const isMarked = (at: number) => lines[at] !== undefined && lines[at]!.depth > 0
  for (let at = 1; at + 1 < lines.length; at += 1) {
    const { text } = lines[at]!
    if (roles[at] !== 'own' || !isMarked(at - 1) || !isMarked(at + 1) || !/^\p{Ll}/u.test(text)) continue
    const before = lines[at - 1]!.text.trim()
    const reaches = before.length + text.split(' ')[0]!.length + 3
    if (reaches >= WIDTH && !/[.!?:;…]["”»)]?$/.test(before)) roles[at] = 'quoted'
  }
}

/** A blank line goes with what is around it, so that paragraphs of either stay paragraphs. */
function settleBlanks(lines: Line[], roles: Role[]): void {
  for (let at = 1; at < lines.length; at += 1)
    if (isBlank(lines[at]!) && roles[at - 1] !== 'introduction') roles[at] = roles[at - 1]!
}

/** Each stretch of their own words may end in a signature. */
function markSignatures(lines: Line[], roles: Role[]): void {
  const first = roles.findIndex((role, at) => role === 'own' && !isBlank(lines[at]!))
  for (let at = 0; at < lines.length; at += 1) {
    if (roles[at] !== 'own') continue
    let end = at
    while (end < lines.length && roles[end] === 'own') end += 1
    signatureIn(lines.slice(at, end), at <= first).forEach((is, index) => {
      if (is) roles[at + index] = 'signature'
    })
    at = end
  }
}
