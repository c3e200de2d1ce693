import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverageOf } from '../../src/articles/coverage-of.ts'
import { articleOf } from '../../src/articles/read-article.ts'
import { readHtml } from '../../src/articles/read-html.ts'
import { splitArticle } from '../../src/articles/split-article.ts'
import { asPasted } from '../bench/split/measure-headings.ts'
import { anyPage } from './a-page.ts'
import { anArticle, anyArticle } from './an-article.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const passages = [
  'One went out to sow.',
  'Two stayed at home.',
  'Three had not been asked.',
  'Two stayed at home.',
  'Six came back.',
]
const article = { ...anArticle(passages.join('\n\n')), passages }
const lessons = (...parts: string[][]) => parts.map((part) => ({ body: part.join('\n\n') }))
const [one, two, three, , six] = passages as [string, string, string, string, string]

describe('coverageOf', () => {
  it('counts what is in lessons and what is left out', () => {
    const split = lessons([one, two], ['## 1. Three', `**${three}**`].slice(1), [two])
    expect(coverageOf(article, split, [{ text: six, reason: 'r' }])).toEqual({
      passages: 5,
      inLessons: 4,
      leftOut: 1,
      missing: [],
      twice: [],
    })
  })

  it.each([
    ['lost', lessons([one, two], [two], [six]), [three]],
    ['lost of two that say the same', lessons([one, two, three], [six]), [two]],
    ['short of a word', lessons([one, two], ['Three had been asked.', two], [six]), [three]],
    ['out of order', lessons([one, three], [two, two], [six]), [three]],
  ])('names a passage that is %s', (_, split, missing) => {
    expect(coverageOf(article, split, []).missing).toEqual(missing)
  })

  it.each([
    ['in two lessons', lessons([one, two, three], [three, two, six]), [], [three]],
    ['at the end of another lesson', lessons([one, two, three, two, six], [one]), [], [one]],
    ['in a lesson and left out', lessons([one, two, three, two, six]), [{ text: six, reason: 'r' }], [six]],
  ])('names a passage that is %s', (_, split, leftOut, twice) => {
    expect(coverageOf(article, split, leftOut).twice).toEqual(twice)
  })

  it('takes a definition that is repeated below two lessons for one', async () => {
    const read = await articleOf(
      bytes('See [a][r].\n\nSee [b][r].\n\n[r]: https://example.org/r\n'),
      'markdown',
    )
    const split = splitArticle(read, { lessons: 2 })
    expect(split.lessons.map(({ body }) => body)).toEqual([
      'See [a][r].\n\n[r]: https://example.org/r',
      'See [b][r].\n\n[r]: https://example.org/r',
    ])
    expect(coverageOf(read, split.lessons, split.leftOut)).toEqual({
      passages: 3,
      inLessons: 2,
      leftOut: 1,
      missing: [],
      twice: [],
    })
  })

  it('accounts for every passage of any Markdown, cut in any way', async () => {
    await fc.assert(
      fc.asyncProperty(anyArticle, fc.integer({ min: 1, max: 12 }), async (markdown, wanted) => {
        const read = await articleOf(bytes(markdown), 'markdown')
        const split = splitArticle(read, { lessons: wanted })
        expect(coverageOf(read, split.lessons, split.leftOut)).toMatchObject({ missing: [], twice: [] })
      }),
    )
  })

  it('accounts for every passage of any page, cut in any way', () => {
    fc.assert(
      fc.property(anyPage, fc.integer({ min: 1, max: 6 }), (html, wanted) => {
        const read = readHtml(html)
        const split = splitArticle(read, { lessons: wanted })
        expect(coverageOf(read, split.lessons, split.leftOut)).toMatchObject({ missing: [], twice: [] })
      }),
      { numRuns: 60 },
    )
  })

  it('sees any lesson that was lost and any that came twice, though passages may say the same', () => {
    const some = fc.array(fc.constantFrom('No.', 'No, she said.', '12', ...passages), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 6 }), fc.nat(), (parts, which) => {
        const source = { ...anArticle(''), passages: parts.flat() }
        const whole = lessons(...parts)
        const at = which % whole.length
        fc.pre(parts[at]!.some((passage) => passage !== '12'))
        expect(coverageOf(source, whole, [])).toMatchObject({
          inLessons: parts.flat().length,
          missing: [],
          twice: [],
        })
        expect(coverageOf(source, whole.toSpliced(at, 1), []).missing).not.toEqual([])
        expect(coverageOf(source, whole.toSpliced(at, 0, whole[at]!), []).twice).not.toEqual([])
      }),
    )
  })

  const folder = new URL('../bench/split/articles/', import.meta.url)
  it.each(readdirSync(folder).filter((name) => name.endsWith('.md')))(
    'accounts for all of %s, as Markdown and as pasted',
    async (name) => {
      const markdown = readFileSync(new URL(name, folder), 'utf8')
      for (const [text, format] of [
        [markdown, 'markdown'],
        [asPasted(markdown), 'text'],
      ] as const) {
        const read = await articleOf(bytes(text), format)
        const split = splitArticle(read)
        const coverage = coverageOf(read, split.lessons, split.leftOut)
        expect(coverage).toMatchObject({ missing: [], twice: [] })
        expect(coverage.inLessons + coverage.leftOut).toBe(coverage.passages)
        expect(coverage.passages).toBeGreaterThan(15)
      }
    },
  )

  it('takes 200,000 words in a second', () => {
    const long = Array.from({ length: 8000 }, (_, i) => `Paragraph ${i} ${'goes on for a while '.repeat(5)}.`)
    const whole = { ...anArticle(''), passages: long }
    const began = performance.now()
    expect(coverageOf(whole, lessons(long), [])).toMatchObject({ inLessons: 8000 })
    expect(coverageOf(whole, lessons(long.slice(1)), [])).toMatchObject({ missing: [long[0]] })
    expect(performance.now() - began).toBeLessThan(2000)
  })
})
