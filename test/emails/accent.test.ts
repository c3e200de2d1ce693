import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accentInTheDark, accentProblem, contrast, palettesOf } from '../../emails/components/accent.ts'
import { dark, light } from '../../emails/components/look.ts'

const colours = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`)

test('Contrast is that of WCAG: 21 for black on white, 1 for nothing', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrast('#123456', '#123456')).toBe(1)
})

test('Whatever the accent, words in it can be read on dark paper, and dark words on it', () => {
  fc.assert(
    fc.property(colours, (accent) => {
      const found = accentInTheDark(accent)
      expect(found).toMatch(/^#[0-9a-f]{6}$/)
      expect(contrast(found, dark.paper)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(found, palettesOf(accent).dark.onAccent)).toBeGreaterThanOrEqual(4.5)
    }),
    { numRuns: 500 },
  )
})

test('An accent that is accepted can be read on light paper, and light words on it; another is refused with its reason', () => {
  let accepted = 0
  fc.assert(
    fc.property(colours, (accent) => {
      const problem = accentProblem(accent)
      if (problem) {
        expect(contrast(accent, light.paper)).toBeLessThan(4.5)
        expect(problem).toMatch(/too pale: its contrast on the paper is [1-4](\.\d)? to 1/)
        return
      }
      accepted++
      expect(contrast(accent, light.paper)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(accent, light.onAccent)).toBeGreaterThanOrEqual(4.5)
    }),
    { numRuns: 500 },
  )
  expect(accepted).toBeGreaterThan(20)
  expect(accentProblem(light.accent)).toBeUndefined()
})
