import type { Block } from './outline.ts'
import { plain } from './plain-words.ts'
import { withoutQuotes } from './quoted-spans.ts'
import { count } from './voice.ts'
import type { Wording } from './wording/wording.ts'
import { countWords } from './words.ts'

/** Whether a lesson speaks to its reader, tells of somebody, or explains something. */
export type Tone = 'topic' | 'story' | 'facts'

/** Told by how often it says you, and I, he or she, apart from what people in it are quoted as saying. */
export function toneOf(blocks: Block[], wording: Wording): Tone {
  const text = plain(withoutQuotes(blocks.map((block) => block.text).join('\n')))
  const words = Math.max(1, countWords(text))
  const share = (expression: RegExp | undefined) => count(text, expression) / words
  const toReader = share(wording.reader)
  const ofSomeone = share(wording.speaker) + share(wording.someone)
  if (toReader > 0.012 && toReader >= ofSomeone + share(wording.us)) return 'topic'
  return ofSomeone > 0.03 ? 'story' : 'facts'
}
