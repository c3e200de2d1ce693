import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placesIn } from '../../src/articles/places.ts'
import { cut, firstShape, isAsked, nameLessons, offeredBy, type Shape } from '../../src/articles/shape.ts'
import { read } from '../../src/articles/split-article.ts'
import { anArticle, anyArticle } from './an-article.ts'

const about = (word: string) =>
  Array.from({ length: 8 }, (_, i) => `The ${word} wants a ${word} of number ${i}.`).join(' ')
const article = anArticle(`# Tea

## Water

${about('kettle')}

What do you listen for?

${about('spring')}

## Leaves

${about('leaf')}

${about('pot')}

## Milk

${about('cow')}`)
const at = (text: string) => article.markdown.indexOf(text)
const shape = firstShape(article, { lessons: 3 })
const titles = ({ lessons }: Shape) => lessons.map(({ title }) => title)
const naming = (index: number, change: { title?: string; prompt?: string | null }, from = shape) => {
  const { start, title, prompt } = from.lessons[index]!
  return nameLessons(article, from, new Map([[start, { title, prompt, ...change }]]))
}

describe('shaping a split', () => {
  it('keeps a title of the author’s own when a boundary beside it moves, and lets others follow the text', () => {
    expect(titles(shape)).toEqual(['Water', 'Leaves', 'Milk'])
    const named = naming(1, { title: 'What steeps' })
    const moved = cut(article, named, { do: 'move', index: 2, to: at(about('pot')) })
    expect(titles(moved)[1]).toBe('What steeps')
    expect(moved.lessons[2]!.body).toContain('The pot')
    const moveFirst = cut(article, named, { do: 'move', index: 1, to: at(about('pot')) })
    expect(titles(moveFirst)[1]).toBe('What steeps')
  })

  it('keeps a question in the author’s own words, whichever part of the lesson it is left with', () => {
    const asked = naming(1, { prompt: 'What would you pour out?' })
    expect(asked.lessons[1]).toMatchObject({ asks: 'words', suggested: false })
    const begun = cut(article, asked, { do: 'begin', at: at(about('pot')) })
    expect(begun.lessons).toHaveLength(4)
    // A lesson ends with its question, so the second part has it.
    expect(begun.lessons[1]!.asks).toBeUndefined()
    expect(begun.lessons[2]).toMatchObject({ prompt: 'What would you pour out?', asks: 'words' })
    const joined = cut(article, begun, { do: 'join', index: 2 })
    expect(joined.lessons[1]!.prompt).toBe('What would you pour out?')
    const both = naming(0, { prompt: 'And the water?' }, joined)
    const one = cut(article, both, { do: 'join', index: 1 })
    expect(one.lessons[0]!.prompt).toBe('What would you pour out?')
    expect(offeredBy(one.lessons[0]!)).toContain('And the water?')
  })

  it('lets the article’s own question go with the text that asks it', () => {
    const question = 'What do you listen for?'
    expect(offeredBy(shape.lessons[0]!)).toContain(question)
    const none = naming(0, { prompt: null })
    const chosen = naming(0, { prompt: question }, none)
    expect(chosen.lessons[0]).toMatchObject({ prompt: question, asks: 'offered', suggested: false })
    const early = cut(article, chosen, { do: 'begin', at: at('What do you listen') })
    expect(early.lessons[1]).toMatchObject({ prompt: question, asks: 'offered' })
    const late = cut(article, chosen, { do: 'begin', at: at(about('spring')) })
    expect(late.lessons[0]).toMatchObject({ prompt: question, asks: 'offered' })
    expect(late.lessons[1]!.prompt).not.toBe(question)
  })

  it('remembers that no question was wanted, and does not warn of it', () => {
    const none = naming(2, { prompt: null })
    expect(none.lessons[2]).toMatchObject({ prompt: null, asks: 'nothing', suggested: false })
    expect(none.warnings.join(' ')).not.toMatch(/no prompt/)
  })

  it('changes nothing when names are as they were', () => {
    expect(naming(0, {})).toBe(shape)
  })

  it('tells the article’s own questions from those formed from it', () => {
    expect(isAsked('So: what do *you*\nlisten for?', 'What do you listen for?')).toBe(true)
    expect(isAsked('What do you want?', 'What do you listen for?')).toBe(false)
    expect(isAsked('Anything', '')).toBe(false)
  })

  it('names lessons by their number in a warning only while the number is right', () => {
    const joined = cut(article, firstShape(article, { minutes: 0.15 }), { do: 'join', index: 1 })
    for (const warning of joined.warnings) {
      const number = Number(/^Lesson (\d+)/.exec(warning)?.[1])
      if (number) expect(warning).toContain(joined.lessons[number - 1]!.title)
    }
    expect(joined.warnings.some((warning) => warning.startsWith('Lesson 1, '))).toBe(true)
  })

  it('loses no word of the article, whatever is done', () => {
    const action = fc.tuple(fc.constantFrom('move', 'join', 'begin'), fc.nat(), fc.nat())
    const lettersOf = (all: { body: string }[]) =>
      all.map(({ body }) => body.replace(/[^\p{L}]/gu, '')).join('')
    fc.assert(
      fc.property(anyArticle, fc.array(action, { maxLength: 6 }), (markdown, actions) => {
        fc.pre(!markdown.includes('[r]: '))
        const any = anArticle(markdown)
        const first = firstShape(any, { lessons: 3 })
        const places = placesIn(read(any).blocks).map(({ offset }) => offset)
        let now = first
        for (const [what, one, other] of actions) {
          const place = places[other % places.length]!
          const index = one % now.lessons.length
          const change =
            what === 'begin'
              ? { do: what, at: place }
              : what === 'join'
                ? { do: what, index }
                : { do: what, index, to: place }
          try {
            now = cut(any, now, change as Parameters<typeof cut>[2])
          } catch (error) {
            expect((error as Error).name).toBe('ArticleError')
          }
          expect(lettersOf(now.lessons)).toBe(lettersOf(first.lessons))
        }
      }),
      { numRuns: 60 },
    )
  })
})
