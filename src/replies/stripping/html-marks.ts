import type { Line } from './line.ts'

type Attributes = Record<string, string>

/** Outlook on the web puts "x_" before the names of what it quotes. */
const namesOf = ({ class: classes = '', id = '' }: Attributes) =>
  `${classes} ${id}`
    .split(/\s+/)
    .filter(Boolean)
    .map((name) => name.replace(/^(x_)+/, '').toLowerCase())

const QUOTES = [
  'yahoo_quoted', // Yahoo
  'olk_src_body_section', // Outlook for Mac
  'mail-editor-reference-message-container', // the new Outlook
  'ms-outlook-mobile-reference-message',
  'protonmail_quote',
  'tutanota_quote',
  'zmail_extra', // Zoho
  'replywithmarkup',
  'wmquote',
  'mailru-blockquote',
  'cite',
]

/** Whether an element holds a quotation. Gmail's own "indent more" is a blockquote too, and is theirs. */
export function isQuote(name: string, attributes: Attributes): boolean {
  const names = namesOf(attributes)
  if (name === 'blockquote') {
    const indented =
      /border:\s*none/i.test(attributes.style ?? '') &&
      !names.includes('gmail_quote') &&
      attributes.type !== 'cite'
    return !indented
  }
  return (
    ['quote', 'messageReplySection'].includes(attributes.name ?? '') ||
    names.some((each) => QUOTES.includes(each) || /^ydp\w*yahoo_quoted$/.test(each))
  )
}

const SIGNATURES =
  /^(gmail_signature|moz-signature|signature|applemailsignature|ms-outlook-mobile-signature|protonmail_signature_block(-\w+)?|ydp\w*signature|yahoo[-_]signature|zmail_signature|k9mail-signature|divtagdefaultsignature)$/
const BELOW = ['divrplyfwdmsg', 'appendonsend', 'stopspelling']

/** What the names that mail programs give to their elements say about the words in them. */
export function toldBy(attributes: Attributes): Line['told'] {
  const names = namesOf(attributes)
  if (
    attributes['data-smartmail'] === 'gmail_signature' ||
    attributes.name === 'messageSignatureSection' ||
    names.some((each) => SIGNATURES.test(each))
  )
    return 'signature'
  if (names.some((each) => ['gmail_attr', 'moz-cite-prefix', 'mailcontainer-attribution'].includes(each)))
    return 'introduction'
  if (names.some((each) => BELOW.includes(each))) return 'quotation below'
  return undefined
}

export const isSkipped = (name: string, { style = '' }: Attributes) =>
  ['script', 'style', 'head', 'title', 'template', 'noscript'].includes(name) ||
  /display:\s*none|mso-hide:\s*all/i.test(style)

/** A paragraph without space around it, as Outlook writes every line. */
export const isTight = ({ class: classes = '', style = '' }: Attributes) =>
  /\b(?:x_)*Mso(?:Normal|PlainText)\b/.test(classes) ||
  /(?:^|;)\s*margin(?:-top|-bottom)?:\s*0(?![.\d])/i.test(style)
