import { CALLS, FILLER, SENDS_ON } from './matter-phrases.ts'
import { sentencesOf } from './words.ts'

/** Every sentence asks for something the page offers, or says nothing beside one that does. */
export function isCall(text: string): boolean {
  const sentences = sentencesOf(text)
  const calls = sentences.filter((sentence) => CALLS.some((call) => call.test(sentence)))
  return (
    calls.length > 0 &&
    sentences.every((sentence) => calls.includes(sentence) || FILLER.test(sentence.replace(/^[¿¡]/, '')))
  )
}

/** The last thing it says is to read something else, named by a title. */
export function sendsOn(text: string): boolean {
  const [first = '', ...rest] = sentencesOf(text)
  const sent = SENDS_ON.exec(first)
  if (!sent || rest.length > 1 || rest.some((sentence) => /[?？]/.test(sentence))) return false
  return looksLikeTitle(first.slice(sent[0].length).replace(/[.!]+$/, ''))
}

/** "How to Overcome …": four words or more, most of the longer ones with a capital; or in quotation marks. */
function looksLikeTitle(text: string): boolean {
  if (/^["“„«].{12,}["”“»]$/u.test(text)) return true
  const words = text.split(/\s+/).filter((word) => /^\p{L}{4,}/u.test(word))
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word))
  return /^\p{Lu}/u.test(text) && words.length >= 3 && capitals.length >= 0.75 * words.length
}
