import fc from 'fast-check'
import { toString as textOf } from 'mdast-util-to-string'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../src/articles/parse-markdown.ts'
import { plainTextToMarkdown } from '../../src/articles/plain-text.ts'

const long =
  'A paragraph that goes on for long enough to be text and nothing but text, all the way to its full stop.'

describe('plainTextToMarkdown', () => {
  it('sees the title, headings, numbered advice and bullets', () => {
    const text = `My title\n\n${long}\n\n1. Sleep well\n\n${long}\n\nWhat helps\n\n• tea\n• a walk\n`
    expect(plainTextToMarkdown(text)).toBe(
      `# My title\n\n${long}\n\n## 1. Sleep well\n\n${long}\n\n## What helps\n\n- tea\n- a walk`,
    )
  })

  it('takes each line for a paragraph where no line is empty', () => {
    expect(plainTextToMarkdown(`${long}\n${long}`)).toBe(`${long}\n\n${long}`)
  })

  it('keeps a list of short numbered lines a list', () => {
    expect(plainTextToMarkdown(`${long}\n\n1. one\n2. two\n3. three`)).toBe(
      `${long}\n\n1. one\n2. two\n3. three`,
    )
  })

  it('says in Markdown exactly what the text said', () => {
    const word = fc.constantFrom(
      'a',
      '*b*',
      '_c_',
      'd_e',
      '`f`',
      '[g](h)',
      '<b>',
      '&amp;',
      '\\*',
      '#',
      '~~i~~',
      '2*3',
      'https://j.org',
      '1986.',
    )
    const text = fc
      .array(word, { minLength: 1, maxLength: 12 })
      .map((words) => `Say ${words.join(' ')} and so on.`)
    fc.assert(
      fc.property(text, (line) => {
        expect(textOf(parseMarkdown(plainTextToMarkdown(`${line}\n\n${long}`)).children[0]!)).toBe(line)
      }),
    )
  })
})
