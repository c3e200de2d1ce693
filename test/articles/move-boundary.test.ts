import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addBoundary, moveBoundary, removeBoundary } from '../../src/articles/move-boundary.ts'
import { placesIn } from '../../src/articles/places.ts'
import { read, splitArticle } from '../../src/articles/split-article.ts'
import { anArticle, anyArticle } from './an-article.ts'

describe('moving a boundary by hand', () => {
  it('changes only its two lessons, and loses nothing', () => {
    fc.assert(
      fc.property(anyArticle, fc.nat(), fc.nat(), (markdown, which, where) => {
        const article = anArticle(markdown)
        const split = splitArticle(article, { lessons: 4 })
        if (split.lessons.length < 2) return
        const index = 1 + (which % (split.lessons.length - 1))
        const [before, lesson] = [split.lessons[index - 1]!, split.lessons[index]!]
        const places = placesIn(read(article).blocks).filter(
          ({ offset }) => offset > before.start && offset < lesson.end,
        )
        if (places.length === 0) return
        const to = places[where % places.length]!.offset
        const moved = moveBoundary(article, split, index, to)
        expect(moved.lessons).toHaveLength(split.lessons.length)
        for (const [i, each] of split.lessons.entries())
          if (i !== index && i !== index - 1) expect(moved.lessons[i]).toEqual(each)
        expect(moved.lessons[index]!.start).toBe(to)
        const letters = (all: { body: string }[]) =>
          all.map(({ body }) => body.replace(/[^\p{L}]/gu, '')).join('')
        if (!markdown.includes('[r]: ')) expect(letters(moved.lessons)).toBe(letters(split.lessons))
        // And back again: the two lessons are what they were.
        const back = moveBoundary(article, moved, index, lesson.start)
        expect(back.lessons.map(({ body }) => body)).toEqual(split.lessons.map(({ body }) => body))
      }),
      { numRuns: 200 },
    )
  })

  const article = anArticle(
    `# Tea\n\nOne, warm the pot. It matters.\n\nTwo, wait.\n\n## Milk\n\nThree, pour.\n\n- First\n- Second\n- Third\n\nFour, rest.`,
  )
  const split = splitArticle(article, { lessons: 2 })
  const at = (text: string) => article.markdown.indexOf(text)

  it('lets words and minutes follow', () => {
    expect(split.lessons.map(({ start }) => start)).toEqual([at('One'), at('## Milk')])
    const moved = moveBoundary(article, split, 1, at('Two'))
    expect(moved.lessons.map(({ words }) => words)).toEqual([6, 10])
    expect(moved.lessons[1]!.body).toMatch(/^Two, wait\.\n\n## Milk/)
  })

  it('may cut a list between its items', () => {
    const moved = moveBoundary(article, split, 1, at('- Second'))
    expect(moved.lessons[0]!.body).toMatch(/- First$/)
    expect(moved.lessons[1]!.body).toBe('- Second\n- Third\n\nFour, rest.')
  })

  it('refuses a place inside a paragraph, right after a heading, or beyond the neighbours', () => {
    for (const to of [at('Two') + 2, at('Three'), at('One'), article.markdown.length, -1])
      expect(() => moveBoundary(article, split, 1, to)).toThrow(/No lesson can begin there/)
    expect(() => moveBoundary(article, split, 2, at('Two'))).toThrow(/There is no boundary 2/)
  })

  it('joins two lessons and begins a new one', () => {
    const one = removeBoundary(article, split, 1)
    expect(one.lessons).toHaveLength(1)
    const again = addBoundary(article, one, at('## Milk'))
    expect(again.lessons.map(({ body }) => body)).toEqual(split.lessons.map(({ body }) => body))
    expect(() => addBoundary(article, again, at('## Milk'))).toThrow(/begins there already/)
    expect(() => removeBoundary(article, split, 0)).toThrow(/none before it/)
  })
})
