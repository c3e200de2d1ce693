import { type Line, LONGEST_LINE, legible } from './line.ts'
import { isDisclaimer, isSentFrom } from './sent-from.ts'

/** Lines and words: what is longer below "-- " was hardly a signature. */
const LONGEST = { lines: 14, words: 110 }

/**
 * Which lines of one stretch of somebody's own words are a signature: what follows "-- ", what their program or their
 * company adds, and a block of telephone numbers and addresses at the end. A closing and a name are theirs and stay.
 * @param isFirst nothing of theirs stands above this stretch
 */
export function signatureIn(lines: Line[], isFirst: boolean): boolean[] {
  // What is too long to be part of a signature only has to be no blank line.
  const texts = lines.map(({ text }) =>
    text.length > LONGEST_LINE ? text.slice(0, LONGEST_LINE) : legible(text),
  )
  const toldShort = isShort(lines.flatMap(({ told, text }) => (told === 'signature' ? [text] : [])))
  const signature = lines.map(
    ({ told }, at) => (told === 'signature' && toldShort) || isSentFrom(texts[at]!) || isWrapped(texts, at),
  )
  const from = [
    separator(texts, lines),
    firstOf(texts, isFooter),
    firstOf(texts, isRuledOff),
    belowClosing(texts),
    firstOf(texts, (all, at) => (at > 0 || !isFirst) && isDisclaimerAt(all, at)),
  ].filter((at) => at >= 0)
  if (from.length > 0) signature.fill(true, Math.min(...from))
  const contact = contactBlock(texts, signature)
  if (contact >= 0) signature.fill(true, contact)
  return signature
}

/** The lines below one, or enough of them to know that they are no signature. */
const below = (texts: string[], at: number) => texts.slice(at + 1, at + 2 + 4 * LONGEST.lines)

function isShort(texts: string[]): boolean {
  if (texts.length > 4 * LONGEST.lines) return false
  const written = texts.filter((text) => text !== '')
  return written.length <= LONGEST.lines && written.join(' ').split(/\s+/).length <= LONGEST.words
}

const firstOf = (texts: string[], found: (texts: string[], at: number) => boolean) =>
  texts.findIndex((_, at) => found(texts, at))

/** Characters; no line that a telephone adds has fewer, nor either half of one that was wrapped. */
const SHORT = 5

/** A line over two lines: "Sent from my Samsung Galaxy / smartphone." */
function isWrapped(texts: string[], at: number): boolean {
  if (texts[at]!.length < SHORT) return false
  const pairs = [
    texts[at + 1] && `${texts[at]} ${texts[at + 1]}`,
    at > 0 && texts[at - 1] && `${texts[at - 1]} ${texts[at]}`,
  ]
  return pairs.some((pair) => pair && isSentFrom(pair))
}

const SENTENCE = /[.!?…。！？]["”)]?$/

/** "-- " (RFC 3676), and what people make of it. */
function separator(texts: string[], lines: Line[]): number {
  return texts.findIndex((text, at) => {
    const exact = /^-- $/.test(lines[at]!.text)
    if (!exact && !/^(--|—|––|__)$/.test(text)) return false
    const rest = below(texts, at)
    // Without its space it may be a line somebody drew between two thoughts.
    return isShort(rest) && (exact || (rest[0] ?? '') !== '' || !rest.some((each) => SENTENCE.test(each)))
  })
}

function isFooter(texts: string[], at: number): boolean {
  const rest = below(texts, at)
  return (
    /^_{20,}$/.test(texts[at]!) &&
    isShort(rest) &&
    /mailing list|listinfo|https?:\/\/|unsubscribe/i.test(rest.join(' '))
  )
}

/** A line, or a long dash, and below it a name and what somebody is: "— Ruth Okafor / Bookbinder". */
function isRuledOff(texts: string[], at: number): boolean {
  if (at === 0) return false
  const rest = below(texts, at).filter((text) => text !== '')
  const dashed =
    texts[at - 1] === '' ? /^[-–—]{1,3} ?(?=\p{L})(?<name>.+)$/u.exec(texts[at]!)?.groups?.name : undefined
  const [name, ...more] = /^[-_=—–]{3,}$/.test(texts[at]!) ? rest : [dashed ?? '', ...rest]
  if (!name || more.length === 0 || more.length > 4 || !isName(name)) return false
  return more.every((text) => text.length <= 50 && !SENTENCE.test(text) && !/^[-*•>]/.test(text))
}

const POST =
  /(?:^|\P{L})(?:ceo|cto|cfo|coo|founder|co-founder|director|manager|president|head of|chief|consultant|engineer|developer|geschäftsführer(?:in)?|leiter(?:in)?|directeur|directrice|director[a]?|gerente|responsable|direttore|direttrice)(?:\P{L}|$)|\s[|@•]\s/iu

/** "Regards, / Ruth Okafor / Head of Bindery": what stands under the name under a closing, if it is a post or a number. */
function belowClosing(texts: string[]): number {
  const written = texts.flatMap((text, at) => (text === '' ? [] : [at]))
  const closing = written.findLastIndex((at) => isClosing(texts[at]!))
  const [name, next, ...more] = closing < 0 ? [] : written.slice(closing + 1)
  if (
    name === undefined ||
    next === undefined ||
    more.length > 8 ||
    !isName(texts[name]!.split(/ [|–-] |, /)[0]!)
  )
    return -1
  const card = [next, ...more].map((at) => texts[at]!)
  if (!card.every(isTerse) || /^p\.? ?s\b/i.test(card[0]!)) return -1
  return POST.test(card[0]!) || card.some((text) => CONTACT.test(text)) ? next : -1
}

/** Only where it begins a paragraph. */
const isDisclaimerAt = (texts: string[], at: number) =>
  (at === 0 || texts[at - 1] === '' || isRuleLike(texts[at - 1]!)) &&
  isDisclaimer(texts.slice(at, at + 6).join(' '))
const isRuleLike = (text: string) => /^[-_=*]{3,}$/.test(text)

const CONTACT =
  /(?:^|[\s|(])(?:\+?\(?\d[\d\s()./-]{6,}\d)(?:$|[\s|,)])|(?:^|\s)(?:tel|telefon|phone|mobile?|mob|cell|fax|handy|móvil|tél|telefoon|тел)\s?[.:]|^[mtpfew]\s?[:.]\s?\S|(?:https?:\/\/|www\.)\S+\.\S+|^\S+@\S+\.\S+$|(?:^|\s)[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|de|fr|es|it|nl|uk|io|example|eu|at|ch|se|dk|no|fi|pl|cz|ru)(?:\/\S*)?$|(?:e-?mail|web|url|skype|twitter|linkedin)\s?[:.]/iu
const ADDRESS =
  /^\p{L}[\p{L}\s.'’-]+(?:straße|strasse|str\.|weg|platz|gasse|allee|street|st\.?|road|rd\.?|avenue|ave\.?|lane) ?\d+\s?\p{L}?$|^\d+[\p{L}]?,? [\p{L}\s.'’-]+$|^(?:calle|rue|via|ul\.|c\/|plaza|place|piazza|avenida|rua|av\.) [\p{L}\s.'’-]+,? ?\d+|^(?:[A-Z]{1,2}-)?\d{4,5} \p{Lu}[\p{L}\s-]+$/iu
/** Letters a line of a business card has at most. */
const CARD = 70

/**
 * Where a business card at the very end begins: short lines in one block, two of them contacts, or a name and a
 * contact. It begins below a closing and the name under it.
 */
function contactBlock(texts: string[], signature: boolean[]): number {
  let end = texts.length
  while (end > 0 && (texts[end - 1] === '' || signature[end - 1])) end -= 1
  let start = end
  while (start > 0 && texts[start - 1] !== '' && isCardLine(texts[start - 1]!)) start -= 1
  const block = texts.slice(start, end)
  const contacts = block.filter((text) => CONTACT.test(text) || ADDRESS.test(text)).length
  const paragraph = start === 0 || texts[start - 1] === '' || isClosing(texts[start - 1]!)
  if (start === 0 || !paragraph || block.length < 2 || contacts < 1 || block.length > LONGEST.lines) return -1
  if (
    !block.some((text) => CONTACT.test(text)) ||
    (!CONTACT.test(block.slice(-3).join('\n')) && contacts < 2)
  )
    return -1
  if (!isName(block[0]!) && contacts < 2) return -1
  const named = isClosing(above(texts, start))
  return named && isName(block[0]!) ? start + 1 : start
}

const above = (texts: string[], start: number) => texts.slice(0, start).findLast((text) => text !== '') ?? ''
/** Of few words, or parted by bars: nobody talks like this. */
const isTerse = (text: string) =>
  text.length <= CARD && (/ [|•] /.test(text) || (text.match(/\p{L}{2,}/gu) ?? []).length <= 5)
const isCardLine = (text: string) =>
  text.length <= CARD &&
  !isClosing(text) &&
  !/[.!?…:]["”)]?$/.test(text.replace(/\b(?:tel|str|st|inc|ltd|co|e\.V|ing|dr)\.$/i, '')) &&
  !/^[-*•]\s/.test(text)
const isName = (text: string) =>
  /^\p{Script=Han}{2,4}$|^(?:(?:dr|prof|mr|mrs|ms)\.? )?\p{Lu}[\p{L}'’.-]*(?: (?:von |van |de |der |la )*\p{Lu}[\p{L}'’.-]*){0,3}$/u.test(
    text,
  )

const CLOSING =
  /^(?:.{0,30}\b)?(?:regards|wishes|sincerely|cheers|thanks|thank you|yours|love|best|warmly|grüße?n?|gruß|danke|lg|mfg|vg|saludos?|abrazos?|atentamente|gracias|cordialement|amitiés|merci|bien à vous|saluti|grazie|cordialmente|abraços?|obrigad[oa]|atenciosamente|groet(?:en|jes)?|hälsningar|mvh|tack|hilsen|tak|takk|terveisin|kiitos|pozdrawiam|pozdrowienia|dziękuję|pozdravem|děkuji|уважением|спасибо|повагою|дякую|saygılar(?:ımla)?|teşekkürler|χαιρετισμούς|ευχαριστώ|üdvözlettel|köszönöm|mulțumesc|respect)[\s,.!]*$/iu
const isClosing = (text: string) => CLOSING.test(text)
