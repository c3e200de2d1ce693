import { Parser } from 'htmlparser2'
import type { Line } from './line.ts'
import { isQuote, isSkipped, isTight, toldBy } from './html-marks.ts'

const BLOCKS = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)
/** Set off by a blank line, as programs show them. */
const SPACED = new Set('p h1 h2 h3 h4 h5 h6 ul ol blockquote pre'.split(' '))
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

interface Open {
  name: string
  quote: boolean
  /** What its own marks say. */
  marked: Line['told']
  /** And what is said of everything in it, by it or by what it stands in. */
  told: Line['told']
  skipped: boolean
  spaced: boolean
  href?: string | undefined
}

/** Elements within elements; more than any mail program makes, and more than is read in a moment. */
const DEEPEST = 1000
/** Characters read before it is looked how deep they went. */
const PIECE = 16_384

/**
 * The html of a mail as lines of text, with how deep in quotations each stands and what the program that wrote it says
 * about it. Takes time in proportion to its length; undefined where it is nested too deeply for that.
 */
export function htmlLines(html: string): Line[] | undefined {
  const lines: Line[] = []
  const open: Open[] = []
  let text = ''
  let depth = 0
  let skipping = 0
  let preformatted = 0
  let linked = ''
  let told: Line['told']

  const push = () => {
    const written = preformatted > 0 ? text : text.replace(/[ \t\n\r\u00a0]+/g, ' ').trim()
    if (written !== '') lines.push({ text: written, depth, told: told ?? open.at(-1)?.told })
    // A block with nothing but a hard space in it is how editors write a blank line.
    else if (text.includes('\u00a0')) lines.push({ text: '', depth })
    if (written !== '') told = undefined
    text = ''
  }
  const space = () => {
    push()
    if (lines.length > 0 && lines.at(-1)!.text !== '')
      lines.push({ text: '', depth: Math.min(depth, lines.at(-1)!.depth) })
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'br') {
          const empty = text.trim() === ''
          push()
          if (empty) lines.push({ text: '', depth })
          return
        }
        const spaced = SPACED.has(name) && !isTight(attributes)
        if (spaced) space()
        else if (BLOCKS.has(name)) push()
        const mark = toldBy(attributes)
        if (mark === 'quotation below') {
          push()
          told = mark
        }
        if (name === 'hr') {
          lines.push({ text: '_____', depth })
          return
        }
        if (name === 'img') text += pictured(attributes.alt)
        if (VOID.has(name)) return
        const marked = mark === 'quotation below' ? undefined : mark
        const each = {
          name,
          quote: isQuote(name, attributes),
          marked,
          told: marked ?? open.at(-1)?.told,
          skipped: isSkipped(name, attributes),
          spaced,
          href: name === 'a' ? attributes.href : undefined,
        }
        if (each.quote) {
          push()
          depth += 1
        }
        if (each.skipped) skipping += 1
        if (name === 'pre') preformatted += 1
        if (name === 'a') linked = ''
        if (name === 'li') text += '- '
        open.push(each)
      },
      ontext(data) {
        if (skipping > 0) return
        if (preformatted > 0 && data.includes('\n')) {
          const [first, ...rest] = data.split('\n')
          text += first
          for (const line of rest) {
            lines.push({ text, depth })
            text = line
          }
          return
        }
        text += data
        linked += data
      },
      onclosetag(name) {
        // The parser closes what was opened last; what holds nothing was never open.
        if (open.at(-1)?.name !== name) return
        const each = open.pop()!
        if (name === 'td' || name === 'th') text += ' '
        if (each.href && depth === 0 && skipping === 0) text += target(each.href, linked)
        if (each.spaced) space()
        else if (BLOCKS.has(name)) push()
        if (each.marked || each.quote) push()
        if (each.quote) depth -= 1
        if (each.skipped) skipping -= 1
        if (name === 'pre') preformatted -= 1
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  for (let at = 0; at < html.length; at += PIECE) {
    parser.write(html.slice(at, at + PIECE))
    if (open.length > DEEPEST) return undefined
  }
  parser.end()
  push()
  return lines
}

/** An emoji that a mail program made a picture of. */
const pictured = (alt = '') => (/^\p{Extended_Pictographic}/u.test(alt) && alt.length <= 12 ? alt : '')

/** Where a link leads, unless its words say so. */
function target(href: string, words: string): string {
  const bare = (url: string) => url.replace(/^(https?:\/\/|mailto:|tel:)/i, '').replace(/\/$/, '')
  if (!/^https?:/i.test(href) || bare(href) === bare(words.trim()) || words.trim() === '') return ''
  return ` <${href}>`
}
