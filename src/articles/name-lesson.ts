import type { Block } from './outline.ts'
import { sentencesOf } from './words.ts'

const LONGEST = 70

/**
 * A title for the lesson made of `blocks`: the heading that most of its text stands under, without its number; the
 * course's title for an opening without one; otherwise how it begins. `taken` titles are not used again.
 */
export function nameLesson(
  blocks: Block[],
  courseTitle: string | undefined,
  taken: ReadonlySet<string>,
): string {
  const candidates = [headingOf(blocks), taken.size === 0 ? courseTitle : undefined, beginningOf(blocks)]
  const free = candidates.find((title): title is string => !!title && !taken.has(title))
  if (free) return free
  const base = candidates.find(Boolean) ?? `Lesson ${taken.size + 1}`
  for (let number = 2; ; number += 1) if (!taken.has(`${base} (${number})`)) return `${base} (${number})`
}

function headingOf(blocks: Block[]): string | undefined {
  let heading: string | undefined
  let best: { heading: string | undefined; words: number } = { heading: undefined, words: 0 }
  let words = 0
  for (const [i, block] of blocks.entries()) {
    if (block.kind === 'heading' && !(blocks[i - 1]?.kind === 'heading')) {
      heading = bare(block.text)
      words = 0
    } else words += block.words
    if (words > best.words) best = { heading, words }
  }
  return best.heading || undefined
}

/** "3. Sleep" at the head of the fifth lesson would only confuse. */
const bare = (heading: string) => heading.replace(/^(?:\d{1,2}|[ivx]{1,4})[.):]\s+/i, '').trim()

function beginningOf(blocks: Block[]): string | undefined {
  const text = blocks.find(
    (block) => block.kind !== 'heading' && block.kind !== 'divider' && block.text,
  )?.text
  const sentence = text && sentencesOf(text)[0]
  if (!sentence) return undefined
  if (sentence.length <= LONGEST) return sentence.replace(/[.。]$/, '')
  const cut = sentence.slice(0, LONGEST).replace(/[\s,;:–—-]+\S*$/u, '')
  return `${cut || sentence.slice(0, LONGEST)}…`
}
