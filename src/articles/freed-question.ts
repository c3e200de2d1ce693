import { plain } from './plain-words.ts'
import type { Wording } from './wording/wording.ts'

/**
 * The question without what tied it to its place: a number, "So,", "Ask yourself:". Undefined if the sentence tells
 * that somebody asked it.
 */
export function freed(
  sentence: string,
  wording: Wording | undefined,
): { text: string; isInvited: boolean } | undefined {
  let text = withoutMarks(sentence)
    .replace(/^(?:[-*•–—]\s+|\(?\d{1,2}[.)]\s+|[*_"”’»)\]]+\s*|…\s*)+/u, '')
    .replace(/(?:\s|\p{Extended_Pictographic}|\u200d|\ufe0f)+$/u, '')
    .replace(/(?:\[\d+\])+$/u, '')
    .replace(/(?<=[?？؟])[*_]+$/u, '')
    .trim()
  let isInvited = false
  for (const found of [...text.matchAll(/[:：]\s*|\s+[—–]\s+|,\s+(?=¿)|(?<!^)(?=¿)/gu)]) {
    const lead = text.slice(0, found.index)
    const rest = text.slice(found.index + found[0].length)
    if (!beginsQuestion(rest, wording)) continue
    if (isPartOfQuestion(lead, found[0], wording)) continue
    if (isSpeaker(lead, wording) || wording?.reports?.test(plain(lead))) return undefined
    isInvited = isInvitation(lead, wording)
    text = rest
    break
  }
  const lead = wording?.lead
  if (lead) {
    const bare = text.replace(/^¿/, '')
    const tied = lead.exec(plain(bare))?.[0] ?? ''
    const rest = bare.slice(tied.length).replace(/^[,\s]+/u, '')
    if (tied !== '' && beginsQuestion(rest, wording)) text = (text.startsWith('¿') ? '¿' : '') + rest
  }
  text = text.replace(/\s+/g, ' ').trim()
  return { text: capitalised(text), isInvited }
}

const beginsQuestion = (text: string, wording: Wording | undefined) => {
  const bare = plain(text).replace(/^¿\s*/, '')
  return text.startsWith('¿') || !wording || (wording.asks ?? wording.open).test(bare)
}

/** "When you cannot sleep, ¿…?" and "What would you do — today — if …?" are one question. */
const isPartOfQuestion = (lead: string, mark: string, wording: Wording | undefined) =>
  !mark.includes(':') &&
  !mark.includes('：') &&
  ((wording?.occasion?.test(plain(lead)) ?? false) ||
    (wording?.open.test(plain(lead).replace(/^¿/, '')) ?? false))

/** "Anna: what do you do?", "Q: …". */
const isSpeaker = (lead: string, wording: Wording | undefined) =>
  /^(?:\p{Lu}[\p{L}.'’-]*\s?){1,3}$/u.test(lead.trim()) && !isInvitation(lead, wording)

/** Tells the reader to take up what follows: "Ask yourself". */
export const isInvitation = (text: string, wording: Wording | undefined) =>
  wording?.invites.test(plain(text)) ?? false

/** A piece of a paragraph that was cut still has its marks of emphasis and links. */
const withoutMarks = (text: string) =>
  text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(?<!\w)(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1(?!\w)/gu, '$2')

export const capitalised = (text: string) =>
  text.replace(/^([¿¡]?)(\p{Ll})/u, (_, mark: string, letter: string) => mark + letter.toUpperCase())
