import { plain } from './plain-words.ts'
import type { Wording } from './wording/wording.ts'

/** A heading without its number, which would only confuse at the head of another lesson: "3. Sleep", "Step 3: Sleep". */
export function withoutNumber(heading: string, wording: Wording | undefined): string {
  const bare = heading.replace(NUMBER, '')
  const named = wording?.number?.exec(plain(bare))?.[0] ?? ''
  return bare
    .slice(named.length)
    .replace(/[\s:：…]+$/u, '')
    .trim()
}

const NUMBER =
  /^\s*(?:[#№]\s*)?(?:\d{1,2}(?:\.\d{1,2})*\s*[.):、．]|\(\d{1,2}\)|\d{1,2}\s+[–—-]|#\d{1,2}|[IVXL]{1,5}[.):]|[ivx]{1,4}[.)]|[①-⑳]|[一二三四五六七八九十]{1,3}[、．]|第[\d一二三四五六七八九十]{1,3}[章回話节節课課][:：　\s]?)\s*/u

/** Says nothing about its lesson: nothing at all, a number, "Conclusion". */
export const saysNothing = (heading: string, wording: Wording | undefined) =>
  !/\p{L}/u.test(heading) || (wording?.empty.test(plain(heading)) ?? false)

/** The heading that most of the blocks' text stands under, as the article has it. */
export function mainHeading(blocks: { kind: string; text: string; words: number }[]): string | undefined {
  let heading: string | undefined
  let best: { heading: string | undefined; words: number } = { heading: undefined, words: 0 }
  let words = 0
  for (const [i, block] of blocks.entries()) {
    if (block.kind === 'heading') {
      if (blocks[i - 1]?.kind !== 'heading') {
        heading = block.text
        words = 0
      }
    } else words += block.words
    if (words > best.words) best = { heading, words }
  }
  return best.heading || undefined
}
