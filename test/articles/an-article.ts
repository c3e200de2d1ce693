import fc from 'fast-check'
import type { Article } from '../../src/articles/article.ts'

export const anArticle = (markdown: string): Article => ({
  title: undefined,
  markdown,
  leftOut: [],
  passages: [],
  headings: [],
  warnings: [],
})

const sentence = fc
  .array(
    fc.constantFrom(
      'a',
      'Dr. Who',
      'tea',
      '*tea*',
      '[link](https://a.org)',
      '`x. Y`',
      'naïve',
      '茶。',
      '1.',
      '-',
      '#',
      'why?',
      '[ref][r]',
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => `${parts.join(' ')}. Then`)
const block = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.array(sentence, { minLength: 1, maxLength: 30 }).map((all) => `So ${all.join(' ')}`),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 4 }), sentence)
      .map(([depth, text]) => `${'#'.repeat(depth)} ${text}`),
  },
  fc
    .array(sentence, { minLength: 1, maxLength: 6 })
    .map((items) => items.map((item, i) => `${i + 1}. ${item}`).join('\n')),
  fc
    .array(sentence, { minLength: 1, maxLength: 6 })
    .map((items) => items.map((item) => `- ${item}`).join('\n\n')),
  sentence.map((text) => `> ${text}\n>\n> ${text}`),
  fc.constant('```\n# not a heading\n\ncode\n```'),
  fc.constant('| a | b |\n| - | - |\n| 1 | 2 |'),
  fc.constant('---'),
  fc.constant('<!-- a note -->'),
  fc.constant('[r]: https://example.org/r'),
)
/** Any Markdown article, with what is hard about them: "1." within sentences, links, code, definitions, odd lists. */
export const anyArticle = fc
  .array(block, { minLength: 1, maxLength: 40 })
  .map((blocks) => `${blocks.join('\n\n')}\n\nAn end.\n`)
