import fc from 'fast-check'
import { toString as textOf } from 'mdast-util-to-string'
import { describe, expect, it } from 'vitest'
import { outline } from '../../src/articles/outline.ts'
import { parseMarkdown } from '../../src/articles/parse-markdown.ts'
import { plainTextToMarkdown } from '../../src/articles/plain-text.ts'

const long =
  'A paragraph that goes on for long enough to be text and nothing but text, all the way to its full stop.'
const markdownOf = (text: string) => plainTextToMarkdown(text).markdown
const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')

describe('plainTextToMarkdown', () => {
  it('sees the title, headings, numbered advice and bullets', () => {
    const text = `My title\n\n${long}\n\n1. Sleep well\n\n${long}\n\n2. Walk\n\n${long}\n\nWhat helps\n\n${long}\n\n• tea\n• a walk\n`
    expect(markdownOf(text)).toBe(
      `# My title\n\n${long}\n\n## 1. Sleep well\n\n${long}\n\n## 2. Walk\n\n${long}\n\n## What helps\n\n${long}\n\n- tea\n- a walk`,
    )
  })

  it('takes each line for a paragraph where no line is empty', () => {
    expect(markdownOf(`${long}\n${long}`)).toBe(`${long}\n\n${long}`)
  })

  it('keeps a list of short numbered lines a list, with and without empty lines', () => {
    expect(markdownOf(`${long}\n\n1. one\n2. two\n3. three`)).toBe(`${long}\n\n1. one\n2. two\n3. three`)
    const loose = outline(markdownOf(`${long}\n\n1. one\n\n2. two\n\n3. three\n\n${long}`)).blocks
    expect(loose.map(({ kind }) => kind)).toEqual(['paragraph', 'list', 'paragraph'])
  })

  it('joins lines wrapped at a width, and only those', () => {
    const wrapped = `${wrap(long, 40)}\n\nA walk\n\n${wrap(`${long} ${long}`, 40)}\n\n${wrap('It was on the', 40)}\n12. of June, or so they say; nobody\nthought of writing it down at the time.`
    expect(markdownOf(wrapped).split('\n\n').slice(0, 3)).toEqual([long, '## A walk', `${long} ${long}`])
    expect(markdownOf(`${long}\n\n${wrap(long, 40)}\n${wrap(long, 40)}`)).toContain(long)
    const list = '- an item that is long enough to be wrapped here, and\n  goes on\n- another'
    expect(markdownOf(`${wrap(`${long} ${long}`, 55)}\n\n${list}`)).toBe(
      `${long} ${long}\n\n- an item that is long enough to be wrapped here, and goes on\n- another`,
    )
  })

  it('joins wrapped Japanese without a space', () => {
    const sentence = '駅からの道は線路に沿っていて、夕方になると電車の窓の明かりが草の上を走っていく。'
    const text = [...(sentence + sentence + sentence)].join('').replace(/.{20}/gsu, '$&\n')
    expect(markdownOf(text)).toBe(sentence + sentence + sentence)
  })

  it('keeps the lines of a verse and of an address apart', () => {
    const verse = 'The geese go over\nand I am late\nand the kettle\nis the only one who calls me'
    expect(markdownOf(`${long}\n\n${verse}\n\n${long}`)).toContain(verse.replaceAll('\n', '\\\n'))
    expect(outline(markdownOf(`${long}\n\n${verse}\n\n${long}`)).blocks[1]!.text).toBe(
      verse.replaceAll('\n', ' '),
    )
  })

  it('reads what editors leave behind: other line ends, hard spaces, tabs, zero-width characters', () => {
    const text = `\uFEFFMy title\r\n\u00A0\r\n${long.replace('goes on', 'goes\u00A0\u00A0 on').replace('text and', 'te\u200Bxt\tand')}\r\n\t\r\nA walk\u2029${long}\u2028${long}`
    expect(markdownOf(text)).toBe(`# My title\n\n${long}\n\n## A walk\n\n${long}\n\n${long}`)
  })

  it('takes an underlined line for a heading and leaves the line away', () => {
    expect(markdownOf(`Title\n=====\n\n${long}\n\nA short rest.\n-------------\n\n${long}`)).toBe(
      `# Title\n\n${long}\n\n## A short rest.\n\n${long}`,
    )
  })

  it('puts 2.1 under 2', () => {
    const text = `T\n\n${long}\n\n1. Cold\n\n${long}\n\n2. Warmth\n\n${long}\n\n2.1 Wool\n\n${long}`
    expect(outline(markdownOf(text)).blocks.flatMap(({ depth }) => depth || [])).toEqual([2, 2, 3])
  })

  it('loses no letter of any text', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 90 }),
      fc.constantFrom(
        '',
        '',
        long,
        '- tea',
        '1. one',
        '2. two',
        'A walk',
        'WOOL',
        '---',
        '“Yes?”',
        '    indented',
        '線路',
      ),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const text = lines.join('\n')
        expect(letters(markdownOf(text))).toBe(letters(text))
      }),
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
        expect(textOf(parseMarkdown(markdownOf(`${line}\n\n${long}`)).children[0]!)).toBe(line)
      }),
    )
  })
})

function wrap(text: string, width: number): string {
  return text.split(' ').reduce((all, word) => {
    const line = all.slice(all.lastIndexOf('\n') + 1)
    return all === '' ? word : line.length + 1 + word.length > width ? `${all}\n${word}` : `${all} ${word}`
  }, '')
}
