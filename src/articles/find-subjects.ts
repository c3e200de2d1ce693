import type { Block } from './outline.ts'
import { plain } from './plain-words.ts'
import type { Voice } from './voice.ts'
import type { Subject } from './wording/wording.ts'
import { countWords } from './words.ts'

/** Different words of a subject that a text has to have, one of its heading's counting for two, and their share of it. */
const FEWEST = 4
const SHARE = 0.015

/**
 * What a lesson is about, of the subjects its language knows, the clearest first; after those, what the whole article is
 * about, if the lesson has something of it.
 */
export function findSubjects(blocks: Block[], voice: Voice): Subject[] {
  const isHeading = ({ kind }: Block) => kind === 'heading'
  const prose = blocks.filter((block) => !isHeading(block) && block.kind !== 'code')
  const headings = blocks
    .filter(isHeading)
    .map(({ text }) => text)
    .join('\n')
  const found = subjectsIn(prose.map(({ text }) => text).join('\n'), voice.wording?.subjects ?? [], headings)
  const clear = found.filter(({ isClear }) => isClear).map(({ subject }) => subject)
  const touched = new Set(found.filter(({ different }) => different >= 2).map(({ subject }) => subject))
  return [...new Set([...clear, ...voice.subjects.filter((subject) => touched.has(subject))])]
}

/** How far a text is about each subject. One word used often says less than several of one field. */
export function subjectsIn(text: string, subjects: Subject[], heading = '') {
  const words = Math.max(1, countWords(text))
  const read = plain(text.toLowerCase())
  const readHeading = plain(heading.toLowerCase())
  return subjects
    .map((subject) => {
      const found = wordsFound(read, subject.words)
      const named = wordsFound(readHeading, subject.words).size
      const total = [...found.values()].reduce((sum, times) => sum + times, 0)
      const different = found.size + 2 * named
      const isClear = different >= FEWEST && (total + 3 * named) / words >= SHARE
      return { subject, different, isClear, weight: found.size * 2 + Math.min(total, 20) + named * 6 }
    })
    .sort((a, b) => b.weight - a.weight)
}

function wordsFound(text: string, words: RegExp): Map<string, number> {
  const found = new Map<string, number>()
  for (const [word] of text.matchAll(new RegExp(words.source, `${words.flags}g`)))
    found.set(word, (found.get(word) ?? 0) + 1)
  return found
}
