/**
 * How alike the words on the two sides of each gap between blocks are, after Hearst 1997: the cosine of what stands
 * within so many words of the gap, a word counting for more the fewer blocks have it.
 */
export interface Cohesion {
  /** Within 30 words that say something, and within 90. */
  near: number
  far: number
}

const NEAR = 30
const FAR = 90

/** Of the gap before each block, given the terms of each (terms.ts); 0 for the first. */
export function cohesionBefore(terms: (string | undefined)[][]): Cohesion[] {
  const said = terms.map((block) => block.filter((term) => term !== undefined))
  const weights = weightsOf(said)
  const all = said.flat()
  let at = 0
  return said.map((block): Cohesion => {
    const likeness = (size: number) =>
      cosine(bagOf(all, at - size, at, weights), bagOf(all, at, at + size, weights))
    const cohesion = { near: likeness(NEAR), far: likeness(FAR) }
    at += block.length
    return cohesion
  })
}

type Bag = Map<string, number>

/** The logarithm of how many blocks there are for each one that has the word. */
function weightsOf(blocks: string[][]): Bag {
  const having: Bag = new Map()
  for (const block of blocks) for (const term of new Set(block)) having.set(term, (having.get(term) ?? 0) + 1)
  return new Map([...having].map(([term, count]) => [term, Math.log(1 + blocks.length / count)]))
}

function bagOf(terms: string[], from: number, to: number, weights: Bag): Bag {
  const bag: Bag = new Map()
  for (const term of terms.slice(Math.max(0, from), to))
    bag.set(term, (bag.get(term) ?? 0) + (weights.get(term) ?? 0))
  return bag
}

function cosine(a: Bag, b: Bag): number {
  let dot = 0
  for (const [term, value] of a) dot += value * (b.get(term) ?? 0)
  return dot === 0 ? 0 : dot / Math.sqrt(squares(a) * squares(b))
}

const squares = (bag: Bag) => [...bag.values()].reduce((sum, value) => sum + value * value, 0)
