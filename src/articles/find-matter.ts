import { AUTHOR_BOX, isByline, SIGNATURE } from './byline.ts'
import {
  CLOSING,
  COPYRIGHT,
  DISCLOSURE,
  ELSEWHERE,
  ORIGIN,
  PICTURE_CREDIT,
  SHARE_BAR,
} from './matter-phrases.ts'
import { AUTHOR_REASON, FRONT, isPageHeading, matterSections } from './matter-sections.ts'
import type { Aside, Block, Outline } from './outline.ts'
import { isCall, sendsOn } from './page-calls.ts'
import { countWords } from './words.ts'

/**
 * What stands before an article and after it without being part of it, each with a reason: who wrote it and when,
 * ways to other articles, calls to subscribe, share or comment, the sign-off. Whole blocks only, so that a paragraph
 * that says something beside its invitation stays as it is.
 */
export function findMatter(markdown: string, { blocks }: Outline): Aside[] {
  const reasons = new Map<Block, string>()
  for (const block of blocks.slice(0, FRONT)) {
    const reason = inFront(markdown, block)
    if (reason) reasons.set(block, reason)
  }
  for (const section of matterSections(blocks))
    for (const [block, reason] of section) reasons.set(block, reason)
  for (const block of blocks)
    if (isWayElsewhere(block)) reasons.set(block, ELSEWHERE_REASON)
    else if (block.words <= 12 && SHARE_BAR.test(block.text)) reasons.set(block, CALL_REASON)
  fromTheEnd(blocks, reasons)
  // An article of which nothing would be left was none of this.
  const left = blocks.filter(
    (block) => !reasons.has(block) && block.kind !== 'heading' && block.kind !== 'divider',
  )
  if (left.length === 0) return []
  return [...reasons]
    .map(([{ start, end }, reason]) => ({ start, end, text: markdown.slice(start, end).trim(), reason }))
    .sort((a, b) => a.start - b.start)
}

/** The outline without what `findMatter` finds, which is among its asides. */
export function withoutMatter(markdown: string, outline: Outline): Outline {
  const matter = findMatter(markdown, outline)
  const starts = new Set(matter.map(({ start }) => start))
  return {
    ...outline,
    blocks: outline.blocks.filter(({ start }) => !starts.has(start)),
    asides: [...outline.asides, ...matter].sort((a, b) => a.start - b.start),
  }
}

const ELSEWHERE_REASON = 'It sends the reader to another article.'
const CALL_REASON = 'It asks to subscribe, share or comment, which a mail cannot do as the page did.'

/** A paragraph of several lines is matter when each of them is. */
function inFront(markdown: string, { kind, start, end }: Block): string | undefined {
  if (kind !== 'paragraph' && kind !== 'heading') return undefined
  const lines = markdown
    .slice(start, end)
    .replace(/^#+\s+/, '')
    .split(/\s*\\?\n\s*/)
  const reasons = lines.map((line) => {
    const words = countWords(line)
    if (words <= 16 && isByline(line)) return 'It says who wrote it and when, not what the article says.'
    return onAnyPage(line, words)
  })
  return reasons.every(Boolean) ? reasons[0] : undefined
}

/** What is recognised at the beginning and at the end alike. */
function onAnyPage(text: string, words: number): string | undefined {
  if (words <= 12 && SHARE_BAR.test(text)) return CALL_REASON
  if (words <= 20 && PICTURE_CREDIT.test(text)) return 'It says whose picture it is.'
  if (words <= 40 && ORIGIN.test(text)) return 'It says where the article was published first.'
  if (words <= 40 && COPYRIGHT.test(text)) return 'It is a copyright notice.'
  if (words <= 50 && DISCLOSURE.test(text)) return 'It is a notice about advertising.'
  return undefined
}

const isWayElsewhere = ({ kind, text, words }: Block) =>
  // A heading "Related" may be the article's own; "Read also: The 9 Best …" is not.
  (kind === 'paragraph' || kind === 'quote' || (kind === 'heading' && /[:：→»]\s*\S/.test(text))) &&
  words <= 30 &&
  words > 0 &&
  ELSEWHERE.test(text) &&
  !/[:：]\s*$/.test(text)

/** Marks blocks from the last one up, for as long as they are matter. */
function fromTheEnd(blocks: Block[], reasons: Map<Block, string>): void {
  let below: string | undefined
  for (let i = blocks.length - 1; i >= 0; i -= 1) {
    const block = blocks[i]!
    if (block.kind === 'divider') continue
    const reason = reasons.get(block) ?? atTheEnd(blocks, i, below)
    if (!reason) return
    reasons.set(block, reason)
    below = reason
  }
}

const SIGN_OFF = 'It is a sign-off.'

/** `below` is the reason of the matter under it, if there is any. */
function atTheEnd(blocks: Block[], i: number, below: string | undefined): string | undefined {
  const { kind, text, words } = blocks[i]!
  if (kind === 'heading') return isPageHeading(text) && below ? below : undefined
  if (kind !== 'paragraph' && kind !== 'quote') return undefined
  if (isSignOff(blocks, i, below === SIGN_OFF)) return SIGN_OFF
  if (words <= 80 && isAuthorBox(blocks, i)) return AUTHOR_REASON
  if (words <= 70 && isCall(text)) return CALL_REASON
  if (words <= 55 && sendsOn(text)) return ELSEWHERE_REASON
  if (words <= 16 && isByline(text) && /\d/.test(text))
    return 'It says who wrote it and when, not what the article says.'
  return onAnyPage(text, words)
}

/** A closing formula with its names in the same paragraph or below it; or the names below one. */
function isSignOff(blocks: Block[], i: number, signed: boolean): boolean {
  const { text, words } = blocks[i]!
  if (words > 10) return false
  // "Happy brewing!" below a call to subscribe: a wave, and nothing the article still had to say.
  const isWave = words <= 4 && text.endsWith('!') && i > 0 && i === blocks.length - 1
  if (isWave && atTheEnd(blocks, i - 1, undefined)) return true
  if (/,$/.test(text) && words <= 7) return true
  const [formula = '', ...names] = text.split(/,\s*/)
  if (CLOSING.test(formula.trim()) && names.every((name) => SIGNATURE.test(name)))
    return names.length > 0 || signed || /!$/.test(formula)
  if (/^[—–~-]\s*\S/u.test(text) && SIGNATURE.test(text)) return true
  const formulaAbove = blocks[i - 1]?.text ?? ''
  const isFormula =
    formulaAbove.split(' ').length <= 7 && (/,$/.test(formulaAbove) || CLOSING.test(formulaAbove))
  return words <= 4 && SIGNATURE.test(text) && isFormula
}

/** Somebody is introduced whom the article itself does not mention. */
function isAuthorBox(blocks: Block[], i: number): boolean {
  const name = AUTHOR_BOX.exec(blocks[i]!.text)?.[1]
  if (!name) return false
  const words = name.split(' ').filter((word) => /^\p{Lu}\p{Ll}+$/u.test(word))
  const body = blocks.slice(0, i).filter(({ text }) => !isByline(text))
  return words.length > 0 && !body.some(({ text }) => words.some((word) => text.includes(word)))
}
