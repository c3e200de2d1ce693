import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cuttable, cutFreely, cutInto } from '../../src/articles/best-cuts.ts'

const text = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 200 }),
      fc.oneof(fc.constant(Number.NEGATIVE_INFINITY), fc.double({ min: -3, max: 3, noNaN: true })),
    ),
    { minLength: 1, maxLength: 9 },
  )
  .map((blocks) => ({
    lengths: blocks.map(([length]) => length),
    strengths: blocks.map(([, strength]) => strength),
    target: 150,
    rigour: 3,
  }))

function costOf({ lengths, strengths, target, rigour }: Cuttable, starts: number[]): number {
  return starts.reduce((cost, start, i) => {
    const length = lengths.slice(start, starts[i + 1]).reduce((a, b) => a + b, 0)
    return cost + rigour * (length / target - 1) ** 2 - (start === 0 ? 0 : strengths[start]!)
  }, 0)
}

/** Every way to cut it. */
function everyCut({ strengths }: Cuttable): number[][] {
  const places = strengths.flatMap((strength, i) => (i > 0 && strength > Number.NEGATIVE_INFINITY ? [i] : []))
  return Array.from({ length: 2 ** places.length }, (_, bits) => [
    0,
    ...places.filter((_, i) => (bits >> i) % 2 === 1),
  ])
}

describe('the best cuts', () => {
  it('cost no more than any other way to cut the text', () => {
    fc.assert(
      fc.property(text, (cuttable) => {
        const least = Math.min(...everyCut(cuttable).map((starts) => costOf(cuttable, starts)))
        expect(costOf(cuttable, cutFreely(cuttable))).toBeCloseTo(least, 9)
      }),
    )
  })

  it('cost no more than any other way to cut it into so many, and are as many as there are places', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 12 }), (cuttable, count) => {
        const all = everyCut(cuttable)
        const lessons = Math.min(count, Math.max(...all.map((starts) => starts.length)))
        const starts = cutInto(cuttable, count)
        expect(starts).toHaveLength(lessons)
        const same = all.filter((other) => other.length === lessons).map((other) => costOf(cuttable, other))
        expect(costOf(cuttable, starts)).toBeCloseTo(Math.min(...same), 9)
      }),
    )
  })

  it('take the strongest places of a long text', () => {
    const size = 20_000
    const strengths = Array.from({ length: size }, (_, i) => (i % 200 === 0 ? 5 : -1))
    const lengths = new Array<number>(size).fill(10)
    const starts = cutInto({ lengths, strengths, target: 2000, rigour: 3 }, 100)
    expect(starts).toEqual(Array.from({ length: 100 }, (_, i) => i * 200))
  })
})
