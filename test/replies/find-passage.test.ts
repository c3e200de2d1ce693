import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdsAll, passageOf, termsOf } from '../../src/replies/find-passage.ts'

test('case, accents, width and line breaks make no difference, in any script', () => {
  const pairs: [string, string][] = [
    ['The Garden,\nmostly', 'garden mostly'],
    ['Ich fürchte mich', 'FURCHTE'],
    ['No quería seguir', 'queria'],
    ['ＦＵＬＬ width', 'full'],
    ['Ο ΔΡΟΜΟΣ', 'δρόμος'],
    ['私は庭が好きです', '庭が'],
    ['Straße und Haus', 'STRASSE'],
  ]
  for (const [text, words] of pairs) expect([text, holdsAll([text], termsOf(words))]).toEqual([text, true])
  expect(holdsAll(['The garden'], termsOf('garden table'))).toBe(false)
  expect(holdsAll(['The garden', 'a note: the table'], termsOf('garden table'))).toBe(true)
})

test('what stands in quotation marks is looked for as one', () => {
  expect(termsOf('  "the  garden" Table “so it is” ')).toEqual(['the garden', 'table', 'so it is'])
  expect(holdsAll(['the old garden'], termsOf('"the garden"'))).toBe(false)
  expect(holdsAll(['the\ngarden'], termsOf('"the garden"'))).toBe(true)
  expect(termsOf(' "" ')).toEqual([])
})

test('the passage is what they wrote, with a little around it', () => {
  const text = `${'word '.repeat(60)}I lost the GÁRDEN, mostly. ${'more '.repeat(60)}`
  const passage = passageOf(text, termsOf('garden'), 12)!
  expect(passage).toEqual({ before: '… I lost the ', found: 'GÁRDEN', after: ', mostly. mo…' })
  expect(passageOf('nothing here', ['garden'])).toBeUndefined()
})

test('for any text, what is told as found is a piece of it that folds to the term, and the pieces join', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.nat(80),
      fc.nat(12),
      (text, at, length) => {
        const letters = [...text]
        const terms = termsOf(letters.slice(at, at + length + 1).join(''))
        if (terms.length === 0) return
        const passage = passageOf(text, terms, 1000)
        if (!passage) return
        const { before, found, after } = passage
        expect(before + found + after).toBe(text.replace(/\s+/g, ' ').trim())
        expect(terms.some((term) => holdsAll([found], [term]))).toBe(true)
      },
    ),
    { numRuns: 500 },
  )
})

test('for any words of a text in Latin letters, they are found in it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[A-Za-zäöüéñçßÄÖÜ]{1,9}$/), { minLength: 1, maxLength: 20 }),
      fc.nat(19),
      (words, pick) => {
        const term = words[pick % words.length]!
        expect(holdsAll([words.join('\n')], termsOf(term.toUpperCase()))).toBe(true)
        expect(passageOf(words.join(' '), termsOf(term))).toBeDefined()
      },
    ),
  )
})
