import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pk, windowDiff, windowOf } from './error-measures.ts'

const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 })
/** Two splits of one text. */
const pair = fc
  .tuple(lengths, fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 12 }))
  .map(([reference, steps]) => {
    const split: number[] = []
    let left = reference.reduce((a, b) => a + b, 0)
    for (const step of steps) {
      if (step >= left) break
      split.push(step)
      left -= step
    }
    return [reference, [...split, left]] as const
  })

describe('Pk and WindowDiff', () => {
  it('take half the mean length of the reference as their window', () => {
    expect(windowOf([3, 3])).toBe(2)
    expect(windowOf([4, 8, 12])).toBe(4)
    expect(windowOf([1, 1, 1])).toBe(1)
  })

  // aaabbb, window 2: the windows 0-2, 1-3, 2-4 and 3-5; the second and third cross the boundary.
  it.each([
    [[3, 3], 0, 0],
    [[6], 2 / 4, 2 / 4],
    [[2, 4], 2 / 4, 2 / 4],
    [[1, 5], 3 / 4, 3 / 4],
    [[1, 1, 1, 1, 1, 1], 2 / 4, 4 / 4],
  ])('give for %j against two halves of three what they give by hand', (split, p, w) => {
    expect(pk([3, 3], split)).toBe(p)
    expect(windowDiff([3, 3], split)).toBe(w)
  })

  // aaaabbbb against aaaabccc: a window of 2 that has both boundaries is wrong for WindowDiff alone.
  it('differ where a boundary is one too many beside one that is right', () => {
    expect(pk([4, 4], [4, 1, 3])).toBeCloseTo(1 / 6)
    expect(windowDiff([4, 4], [4, 1, 3])).toBeCloseTo(2 / 6)
  })

  it('are 0 for the reference itself, at most 1, and Pk is never the larger', () => {
    fc.assert(
      fc.property(pair, ([reference, split]) => {
        expect(windowDiff(reference, [...reference])).toBe(0)
        expect(pk(reference, split)).toBeGreaterThanOrEqual(0)
        expect(pk(reference, split)).toBeLessThanOrEqual(windowDiff(reference, split))
        expect(windowDiff(reference, split)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('refuse splits of different texts', () => {
    expect(() => pk([3, 3], [5])).toThrow('of 6 and 5 units')
  })
})
