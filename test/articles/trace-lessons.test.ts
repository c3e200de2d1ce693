import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lessonTexts } from '../../src/articles/lesson-texts.ts'
import { splitArticle } from '../../src/articles/split-article.ts'
import { traceLessons } from '../../src/articles/trace-lessons.ts'
import { anArticle } from './an-article.ts'

const bench = 'test/bench/split/articles'
const articles = readdirSync(bench)
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(`${bench}/${name}`, 'utf8'))

/** A course made of an article, as its files keep it. */
function written(markdown: string, lessons: number) {
  const split = splitArticle(anArticle(markdown), { lessons })
  return { split, texts: lessonTexts(split.lessons) }
}
const startsIn = ({ lessons }: { lessons: { key: string; start: number }[] }) =>
  lessons.map(({ key, start }) => [key, start])

describe('traceLessons', () => {
  it('finds where the lessons of real articles begin, also inside a paragraph', () => {
    fc.assert(
      fc.property(fc.constantFrom(...articles), fc.integer({ min: 1, max: 30 }), (markdown, lessons) => {
        const { split, texts } = written(markdown, lessons)
        const found = traceLessons(anArticle(markdown), texts)
        expect(startsIn(found)).toEqual(split.lessons.map(({ start }, i) => [texts[i]!.key, start]))
        expect(found.lessons.map(({ body }) => body)).toEqual(split.lessons.map(({ body }) => body))
      }),
      { numRuns: 40 },
    )
  })

  it('still finds them when each was edited, put in another order, or has one that is not of the article among them', () => {
    const { split, texts } = written(articles[0]!, 5)
    const mine = { key: 'mine', markdown: 'Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich.' }
    const edited = texts.map(({ key, markdown }) => ({
      key,
      markdown: `Dear reader,\n\n${markdown}\n\nYours, me`,
    }))
    const kept = split.lessons.map(({ start }, i) => [texts[i]!.key, start])
    expect(
      startsIn(traceLessons(anArticle(articles[0]!), [...edited.slice(0, 3), mine, ...edited.slice(3)])),
    ).toEqual(kept)
    expect(
      startsIn(traceLessons(anArticle(articles[0]!), edited.with(1, edited[2]!).with(2, edited[1]!))),
    ).toEqual(kept)
  })

  it('finds a lesson whose beginning was rewritten at its heading', () => {
    const { split, texts } = written(articles[0]!, 5)
    const rewritten = texts.with(2, {
      ...texts[2]!,
      markdown: texts[2]!.markdown.replace(/^[^\n]+/, 'Quite another opening.'),
    })
    expect(startsIn(traceLessons(anArticle(articles[0]!), rewritten))[2]![1]).toBe(split.lessons[2]!.start)
  })
})
