import { describe, expect, it } from 'vitest'
import { outline } from '../../../src/articles/outline.ts'
import { evenLengths } from './baselines.ts'
import { asPasted } from './measure-headings.ts'
import { readCorpus } from './read-corpus.ts'
import { partsAt, referenceOf } from './reference.ts'
import { depthsOf, gapScores, textTiling } from './text-tiling.ts'

describe('referenceOf', () => {
  it('takes the parts from the highest level with two headings, and takes every heading out', () => {
    const markdown =
      '# Title\n\nOne. Two.\n\n## A\n\nThree.\n\n### deeper\n\nFour. Five.\n\n## B\n\n- Six.\n- Seven.\n'
    const reference = referenceOf(markdown)!
    expect(reference.parts).toEqual([2, 3, 2])
    expect(reference.markdown).toBe('One. Two.\n\nThree.\n\nFour. Five.\n\n- Six.\n- Seven.')
  })

  it('is undefined where there are not two parts', () => {
    expect(referenceOf('# Title\n\nText.\n\n## Only one\n')).toBeUndefined()
    expect(referenceOf('Text.\n\nMore.')).toBeUndefined()
  })

  it('counts a split in sentences wherever it begins', () => {
    const reference = referenceOf('## A\n\nOne. Two.\n\nThree.\n\n## B\n\nFour. Five.\n')!
    const at = (text: string) => reference.markdown.indexOf(text)
    expect(partsAt(reference, [0, at('Four')])).toEqual([3, 2])
    expect(partsAt(reference, [0, at('Three'), at('Five')])).toEqual([2, 2, 1])
  })
})

describe('the baselines', () => {
  it('cut evenly at the paragraphs nearest to even', () => {
    const { blocks } = outline(['One.', 'Two.', 'Three. Four.', 'Five. Six.', 'Seven. Eight.'].join('\n\n'))
    expect(evenLengths(blocks, 2)).toEqual([0, 3])
    expect(evenLengths(blocks, 4)).toEqual([0, 2, 3, 4])
  })

  it('score a gap by the cosine of the words around it', () => {
    expect(
      gapScores([
        ['a', 'b'],
        ['a', 'c'],
        [undefined, 'd'],
      ]),
    ).toEqual([0.5, 0])
  })

  it('measure how deep a score lies between its peaks', () => {
    const depths = depthsOf([0.5, 0.75, 0.25, 0.5, 0.5, 1])
    expect(depths).toEqual([0.25, 0, 1.25, 0.5, 0.5, 0])
  })

  it('find where TextTiling sees the subject change, and move it to the end of the paragraph', () => {
    const about = (subject: string) =>
      Array.from(
        { length: 6 },
        (_, i) => `${`The ${subject} and its ${subject} are ${subject} once. `.repeat(6)}Part ${i}.`,
      )
    const { blocks } = outline([...about('harbour'), ...about('kettle')].join('\n\n'))
    expect(textTiling(blocks, 'en')).toContain(6)
  })
})

describe('asPasted', () => {
  it('leaves the words, the lists and the blank lines, and no marks', () => {
    const markdown =
      '---\ntitle: x\n---\n\n# A *title*\n\nSee [this](https://a.org), **now** or `later`, in snake_case.\n\n## Next ##\n\n> Said.\n\n- one\n- two\n\n1. first\n'
    expect(asPasted(markdown)).toBe(
      'A title\n\nSee this, now or later, in snake_case.\n\nNext\n\nSaid.\n\n- one\n- two\n\n1. first\n',
    )
  })
})

describe('readCorpus', () => {
  it('says what is missing', () => {
    expect(() => readCorpus('/no/such/folder')).toThrow('There is no folder /no/such/folder')
    expect(() => readCorpus('src/articles')).toThrow('There is no .md file in src/articles')
  })
})
