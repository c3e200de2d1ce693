import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outline } from '../../src/articles/outline.ts'
import { splitArticle } from '../../src/articles/split-article.ts'
import { anArticle, anyArticle } from './an-article.ts'

const words = (count: number, word = 'word') => `${Array(count).fill(word).join(' ')}.`
const squeeze = (text: string) => text.replace(/\s+/g, '')
const wish = fc.oneof(
  fc.record({ lessons: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ minutes: fc.double({ min: 0.1, max: 10, noNaN: true }) }),
  fc.constant({}),
)

describe('splitArticle', () => {
  it('puts every block in exactly one lesson or lists it as left out', () => {
    fc.assert(
      fc.property(anyArticle, wish, (markdown, wanted) => {
        const { lessons, leftOut } = splitArticle(anArticle(markdown), wanted)
        const { blocks, asides, definitions } = outline(markdown)
        let rest = lessons.map(({ body }) => withoutDefinitions(body, definitions)).join('')
        for (const { kind, start, end } of blocks) {
          const source = squeeze(markdown.slice(start, end))
          if (kind === 'divider' && !rest.startsWith(source))
            expect(leftOut.map(({ text }) => text)).toContain('---')
          else {
            expect(rest.slice(0, source.length)).toBe(source)
            rest = rest.slice(source.length)
          }
        }
        expect(rest).toBe('')
        for (const { text } of asides) expect(leftOut.map((left) => left.text)).toContain(text)
        expect(leftOut.every(({ reason }) => reason !== '')).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('never ends a lesson in a heading', () => {
    fc.assert(
      fc.property(anyArticle, wish, (markdown, wanted) => {
        for (const { body } of splitArticle(anArticle(markdown), wanted).lessons) {
          expect(outline(`x\n\n${body}`).blocks.findLast(({ kind }) => kind !== 'divider')?.kind).not.toBe(
            'heading',
          )
        }
      }),
      { numRuns: 200 },
    )
  })

  it('cuts at headings and makes about a week of a 2,000 word article', () => {
    const markdown = `# Title\n\n${Array.from({ length: 7 }, (_, i) => `## Part ${i}\n\n${words(140)}\n\n${words(145)}`).join('\n\n')}`
    const { title, lessons } = splitArticle(anArticle(markdown))
    expect(title).toBe('Title')
    expect(lessons.map((lesson) => lesson.title)).toEqual([0, 1, 2, 3, 4, 5, 6].map((i) => `Part ${i}`))
  })

  it('gives as many lessons as asked for, and says so when it cannot', () => {
    const markdown = Array.from({ length: 6 }, () => words(50)).join('\n\n')
    expect(splitArticle(anArticle(markdown), { lessons: 4 }).lessons).toHaveLength(4)
    const few = splitArticle(anArticle(markdown), { lessons: 50 })
    expect(few.lessons).toHaveLength(6)
    expect(few.warnings.join()).toContain('50 lessons were asked for, but the article has places for only 6')
  })

  it('keeps a short list of advice whole, and cuts a long one only between its items', () => {
    const list = (size: number) => [1, 2, 3, 4].map((i) => `${i}. ${words(size, `advice${i}`)}`).join('\n')
    const short = `${words(300)}\n\nDo this:\n\n${list(30)}\n\n${words(300)}`
    const holder = splitArticle(anArticle(short), { lessons: 3 }).lessons.find(({ body }) =>
      body.includes('advice1'),
    )
    expect(holder?.body).toContain(`Do this:\n\n${list(30)}`)
    const long = splitArticle(anArticle(list(200)), { lessons: 4 }).lessons
    expect(long.map(({ body }) => body)).toEqual(list(200).split('\n'))
  })

  it('cuts a paragraph that is far too long between sentences, outside of links', () => {
    const text = Array.from(
      { length: 40 },
      (_, i) => `Sentence ${i} is for Dr. Who and [a. Link](https://a.org).`,
    ).join(' ')
    const { lessons, warnings } = splitArticle(anArticle(text), { lessons: 4 })
    expect(lessons).toHaveLength(4)
    for (const { body } of lessons) expect(body).toMatch(/^Sentence \d+ .*\)\.$/)
    expect(warnings.join()).toContain('was cut')
  })

  it('never cuts inside of a link, however long', () => {
    const link = `[${'You can read this. '.repeat(40)}](https://a.org).`
    const { lessons } = splitArticle(
      anArticle(`Here it is. ${link} And then there is this. ${link} So it ends.`),
      { lessons: 6 },
    )
    expect(lessons.length).toBeGreaterThan(1)
    for (const { body } of lessons) expect(body.split('](https').length).toBe(body.split('[You').length)
  })

  it('repeats the definition of a link in each lesson that uses it', () => {
    const markdown = `${words(200)} See [this][r].\n\n${words(200)}\n\n${words(200)} Again [this][r].\n\n[r]: https://example.org\n`
    const { lessons, leftOut } = splitArticle(anArticle(markdown), { lessons: 3 })
    expect(lessons.map(({ body }) => body.endsWith('[r]: https://example.org'))).toEqual([true, false, true])
    expect(leftOut).toEqual([{ text: '[r]: https://example.org', reason: expect.stringContaining('link') }])
  })

  it('leaves out front matter, comments and raw HTML with a reason, and takes the title from front matter', () => {
    const { title, leftOut, lessons } = splitArticle(
      anArticle('---\ntitle: From above\n---\n\nText.\n\n<!-- hm -->\n\n<div>x</div>\n\nMore.'),
    )
    expect(title).toBe('From above')
    expect(leftOut.map(({ text }) => text)).toEqual([
      '---\ntitle: From above\n---',
      '<!-- hm -->',
      '<div>x</div>',
    ])
    expect(lessons[0]!.body).toBe('Text.\n\nMore.')
  })

  it.each([
    ['', 'The article is empty'],
    [' \n\n', 'The article is empty'],
    ['# One\n\n## Two', 'There are headings but no text under them'],
    ['<!-- only -->', 'There is no readable text in it'],
  ])('says in one sentence that %j holds nothing to split', (markdown, beginning) => {
    expect(() => splitArticle(anArticle(markdown))).toThrow(beginning)
  })

  it('warns of words that only make sense on a web page', () => {
    const { warnings } = splitArticle(anArticle('Feel free to share your thoughts and questions below.'))
    expect(warnings.join()).toContain('as a web page does')
  })

  it('splits the article of the first course at its own sections', () => {
    const { lessons } = splitArticle(
      anArticle(readFileSync('sequences/wanting-to-be-wanted/article.md', 'utf8')),
    )
    expect(lessons.length).toBeGreaterThanOrEqual(6)
    expect(lessons.length).toBeLessThanOrEqual(8)
    expect(lessons.slice(1).every(({ body }) => body.startsWith('## '))).toBe(true)
  })

  it('splits a book of 200,000 words in seconds', () => {
    const book = Array.from({ length: 2500 }, (_, i) =>
      i % 10 ? words(80, `word${i % 97}`) : `## Chapter ${i}`,
    ).join('\n\n')
    expect(splitArticle(anArticle(book), { lessons: 200 }).lessons).toHaveLength(200)
  }, 20_000)
})

/** The bodies' words without white space and without the definitions added below them. */
function withoutDefinitions(body: string, definitions: Map<string, string>): string {
  let text = body
  for (const definition of definitions.values())
    if (text.endsWith(`\n\n${definition}`)) text = text.slice(0, -definition.length)
  return squeeze(text)
}

describe('an article of fewer than 150 words', () => {
  it('is one lesson, and says why', () => {
    const { lessons, warnings } = splitArticle(anArticle(`## Tea\n\n${words(60)}\n\n## Milk\n\n${words(80)}`))
    expect(lessons).toHaveLength(1)
    expect(warnings.join()).toContain('only 142 words')
  })

  it('is still cut where lessons are asked for', () => {
    const markdown = `## Tea\n\n${words(60)}\n\n## Milk\n\n${words(80)}`
    expect(splitArticle(anArticle(markdown), { lessons: 2 }).lessons).toHaveLength(2)
  })
})

it('leaves out the sign-off, and lists it', () => {
  const markdown = `## Tea\n\n${words(160)}\n\n## Milk\n\n${words(180)}\n\nWith love and patience,\n\nMaren`
  const { lessons, leftOut } = splitArticle(anArticle(markdown))
  expect(lessons.map(({ body }) => body).join()).not.toContain('patience')
  expect(leftOut).toContainEqual({
    text: 'With love and patience,',
    reason: expect.stringContaining('sign-off'),
  })
})
