import type { Block } from '../../../src/articles/outline.ts'
import { sentencesIn } from './reference.ts'

/** The block each part begins with, if nothing is cut. */
export const noBoundaries = (): number[] => [0]

/** As many parts as wanted, each as near to the same number of sentences as its paragraphs let it be. */
export function evenLengths(blocks: Block[], count: number): number[] {
  const before = [0]
  for (const block of blocks) before.push(before.at(-1)! + sentencesIn(block))
  const total = before.at(-1)!
  const starts = [0]
  for (let part = 1; part < count; part += 1) {
    const wanted = (total * part) / count
    let nearest = starts.at(-1)! + 1
    for (let i = nearest; i < blocks.length; i += 1)
      if (Math.abs(before[i]! - wanted) < Math.abs(before[nearest]! - wanted)) nearest = i
    if (nearest >= blocks.length) break
    starts.push(nearest)
  }
  return starts
}
