import { diffWords } from 'diff'
import { alignPassages } from './align-passages.ts'
import { isSame, type Passage } from './passage.ts'

/** A run of words that stayed, was added or was removed. */
export interface Part {
  text: string
  added?: true
  removed?: true
}

/** What became of a text, passage by passage in order; one that stayed as it was is a single part without a mark. */
export function passageChanges(before: Passage[], now: Passage[]): Part[][] {
  const found = alignPassages(before, now)
  const passages: Part[][] = []
  let at = 0
  const removeUntil = (end: number) => {
    for (; at < end; at += 1) passages.push([{ text: before[at]!.text, removed: true }])
  }
  for (const [j, passage] of now.entries()) {
    removeUntil(found.find((o, k) => k >= j && o !== undefined) ?? before.length)
    const was = found[j] === undefined ? undefined : before[found[j]]
    if (!was) passages.push([{ text: passage.text, added: true }])
    else if (isSame(was, passage)) passages.push([{ text: passage.text }])
    else passages.push(wordChanges(was.text, passage.text))
    if (was) at += 1
  }
  removeUntil(before.length)
  return passages
}

export const isChange = (parts: Part[]) => parts.some(({ added, removed }) => added || removed)

const intlSegmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** Beyond so many differing words a passage is another one. */
const MOST = 2_000

/** From one wording to another. What is not removed is `now`, and what is not added is `before`, but for blank space. */
export function wordChanges(before: string, now: string): Part[] {
  const changes = diffWords(before, now, { intlSegmenter, maxEditLength: MOST })
  if (!changes)
    return [
      { text: before, removed: true },
      { text: now, added: true },
    ]
  return changes.map(({ value, added, removed }) => ({
    text: value,
    ...(added && { added }),
    ...(removed && { removed }),
  }))
}
