/**
 * The cheapest way to cut a text, by dynamic programming (after Utiyama and Isahara 2001, with lengths and boundary
 * strengths in place of their probabilities): a lesson costs the more the farther it is from the wanted length, and a
 * cut earns its strength. Lengths and strengths are of blocks; a strength is that of a cut before the block.
 */
export interface Cuttable {
  lengths: number[]
  strengths: number[]
  /** The length a lesson should have. */
  target: number
  /** What a lesson twice as long as wanted costs, or one with nothing in it. */
  rigour: number
}

/** The first block of each lesson, of as many as are cheapest. */
export function cutFreely(text: Cuttable): number[] {
  const { places, before } = candidates(text, 1)
  const costs = new Costs(text, before)
  const best = new Float64Array(places.length).fill(Number.POSITIVE_INFINITY)
  const from = new Int32Array(places.length)
  best[0] = 0
  for (let end = 1; end < places.length; end += 1) costs.bestStart(end, 0, best, best, from)
  return walkBack(places, (end) => from[end]!)
}

/** The first block of each of so many lessons; of fewer, if the text has not that many places. */
export function cutInto(text: Cuttable, count: number): number[] {
  const { places, before } = candidates(text, count)
  const costs = new Costs(text, before)
  const lessons = Math.min(count, places.length - 1)
  const froms: Int32Array[] = []
  let best = new Float64Array(places.length).fill(Number.POSITIVE_INFINITY)
  best[0] = 0
  for (let lesson = 0; lesson < lessons; lesson += 1) {
    const next = new Float64Array(places.length).fill(Number.POSITIVE_INFINITY)
    const from = new Int32Array(places.length)
    for (let end = lesson + 1; end < places.length; end += 1) costs.bestStart(end, lesson, best, next, from)
    froms.push(from)
    best = next
  }
  let lesson = lessons
  return walkBack(places, (end) => froms[--lesson]![end]!)
}

class Costs {
  private readonly text: Cuttable
  private readonly before: { length: number; strength: number }[]

  constructor(text: Cuttable, before: { length: number; strength: number }[]) {
    this.text = text
    this.before = before
  }

  /** Finds the place from which the lesson that ends at `end` begins at least cost. */
  bestStart(end: number, first: number, sofar: Float64Array, best: Float64Array, from: Int32Array): void {
    const { target, rigour } = this.text
    const to = this.before[end]!.length
    for (let start = end - 1; start >= first; start -= 1) {
      const { length, strength } = this.before[start]!
      const off = (to - length) / target - 1
      const cost = sofar[start]! + rigour * off * off - strength
      if (cost < best[end]!) {
        best[end] = cost
        from[end] = start
      }
      // No best answer has a lesson this long if a shorter one is possible: looking further back is wasted.
      if (off > 4 && best[end]! < Number.POSITIVE_INFINITY) break
    }
  }
}

/**
 * The places that may be cut, the end among them. In a long text with many more places than lessons, only the
 * strongest within each twentieth of a lesson is one, or the time would grow by the square.
 */
function candidates(text: Cuttable, count: number) {
  const { lengths, strengths, target } = text
  const places: number[] = []
  const before: { length: number; strength: number }[] = []
  const possible = strengths.filter((strength) => strength > Number.NEGATIVE_INFINITY).length
  const isLong = possible > 500 && possible > 20 * count
  let length = 0
  for (const [i, own] of lengths.entries()) {
    const strength = i === 0 ? 0 : strengths[i]!
    if (strength > Number.NEGATIVE_INFINITY) {
      const last = before.at(-1)
      const isNear = isLong && i > 0 && places.length > 1 && length - last!.length < target / 20
      if (isNear && strength <= last!.strength) {
        length += own
        continue
      }
      if (isNear) {
        places.pop()
        before.pop()
      }
      places.push(i)
      before.push({ length, strength })
    }
    length += own
  }
  places.push(lengths.length)
  before.push({ length, strength: 0 })
  return { places, before }
}

function walkBack(places: number[], from: (end: number) => number): number[] {
  const starts: number[] = []
  for (let at = places.length - 1; at > 0; ) {
    at = from(at)
    starts.unshift(places[at]!)
  }
  return starts
}
