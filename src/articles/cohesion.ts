import type { Block } from './outline.ts'

const WINDOW = 3

/** How alike the words just before and just after each block's beginning are: 0 nothing shared, 1 the same. */
export function cohesionBefore(blocks: Block[]): number[] {
  const bags = blocks.map((block) => bagOf(block.text))
  return blocks.map((_, i) => {
    if (i === 0) return 0
    return cosine(merge(bags.slice(Math.max(0, i - WINDOW), i)), merge(bags.slice(i, i + WINDOW)))
  })
}

type Bag = Map<string, number>

/** Words of four letters and more, cut to six: a stemmer that is wrong in every language alike. */
function bagOf(text: string): Bag {
  const bag: Bag = new Map()
  for (const word of text.toLowerCase().match(/\p{L}{4,}/gu) ?? []) {
    const stem = word.slice(0, 6)
    bag.set(stem, (bag.get(stem) ?? 0) + 1)
  }
  return bag
}

function merge(bags: Bag[]): Bag {
  const all: Bag = new Map()
  for (const bag of bags) for (const [word, count] of bag) all.set(word, (all.get(word) ?? 0) + count)
  return all
}

function cosine(a: Bag, b: Bag): number {
  let dot = 0
  for (const [word, count] of a) dot += count * (b.get(word) ?? 0)
  const size = (bag: Bag) => Math.sqrt([...bag.values()].reduce((sum, count) => sum + count * count, 0))
  return dot === 0 ? 0 : dot / (size(a) * size(b))
}
