import { describe, expect, it } from 'vitest'
import { linksIn, openingOf } from '../../src/articles/openings/opening-of.ts'
import { termsOf } from '../../src/articles/terms.ts'
import { countWords, wordsOf } from '../../src/articles/words.ts'

describe('termsOf', () => {
  it.each([
    ['en', 'The lessons we wanted', [undefined, 'lesson', undefined, 'want']],
    ['fr', 'l’homme du jardin', ['homm', undefined, 'jardin']],
    ['de', 'Die Häuser und das Haus', [undefined, 'haus', undefined, undefined, 'haus']],
    ['zh', '我们喝茶', [undefined, '喝茶']],
    [undefined, 'Il giardiniere va', [undefined, 'giardi', undefined]],
  ])('reads %s by its stems and leaves out what says nothing', (language, text, terms) => {
    expect(termsOf(text, language)).toEqual(terms)
  })
})

describe('wordsOf', () => {
  it('finds the words of scripts that do not set them apart', () => {
    expect(wordsOf('我们一边泡茶，一边谈论天气。')).toEqual(['我们', '一边', '泡茶', '一边', '谈论', '天气'])
    expect(wordsOf('Node.jsの話')).toEqual(['Node', 'js', 'の', '話'])
    expect(wordsOf("A self-image, don't you think?")).toEqual(['A', 'self', 'image', "don't", 'you', 'think'])
  })

  it('counts a book in Japanese without running out of memory', () => {
    expect(countWords('お茶を入れながら天気の話をしました。'.repeat(20_000))).toBe(200_000)
  })
})

describe('openingOf', () => {
  it.each([
    ['en', '“But she never came back.”', 'continuing'],
    ['en', 'It’s late.', 'pointing'],
    ['en', 'The next morning it rained.', 'setting'],
    ['en', 'No, and you will not need to.', 'answering'],
    ['en', 'Theory is one thing.', undefined],
    ['de', 'Dagegen hilft nichts.', 'continuing'],
    ['es', 'Por último, el mar.', 'ordering'],
    ['fr', 'C’est pourquoi il part.', 'continuing'],
    ['ja', 'しかし、雨が降った。', 'continuing'],
    ['zh', '首先，我们喝茶。', 'ordering'],
    ['ar', 'لكنها عادت. لكن المطر نزل.', undefined],
    ['ar', 'لكن المطر نزل.', 'continuing'],
    ['xx', 'But no.', undefined],
  ])('%s: %s', (language, text, opening) => {
    expect(openingOf(text, language)).toBe(opening)
  })

  it('measures how much of a sentence ties it to what was said', () => {
    expect(linksIn('They do the same to others, though.', 'en')).toBeGreaterThan(0.4)
    expect(linksIn('Salt comes from the sea in blocks.', 'en')).toBe(0)
    expect(linksIn('They do the same.', undefined)).toBe(0)
  })
})
