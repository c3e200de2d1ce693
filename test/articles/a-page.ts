import fc from 'fast-check'

/** Pages as people and programs write them: lists in lists, in quotations and in tables, text without a paragraph, line breaks. */
const word = fc.constantFrom(
  'river',
  'stone',
  'mother',
  'letter',
  'window',
  'never',
  'bread',
  'want',
  '12',
  '3',
)
const sentence = fc
  .array(word, { minLength: 3, maxLength: 14 })
  .map((words) => `${words.join(' ').replace(/^./, (first) => first.toUpperCase())}.`)
const text = fc
  .array(
    fc.oneof(
      sentence,
      sentence.map((words) => `<em>${words}</em>`),
      sentence.map((words) => `<a href="https://example.org/x">${words}</a>`),
      fc.constantFrom('<br>', '<br><br>'),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(' '))

const inside = (tag: string, parts: fc.Arbitrary<string>, maxLength: number) =>
  fc.array(parts, { minLength: 1, maxLength }).map((all) => `<${tag}>${all.join('\n')}</${tag}>`)

const { block } = fc.letrec<{ item: string; list: string; table: string; block: string }>((tie) => ({
  item: fc.oneof(
    { weight: 4, arbitrary: text.map((words) => `<li>${words}</li>`) },
    { weight: 1, arbitrary: fc.tuple(text, tie('list')).map((parts) => `<li>${parts.join('')}</li>`) },
    { weight: 1, arbitrary: inside('li', tie('block'), 2) },
  ),
  list: fc.oneof(inside('ul', tie('item'), 4), inside('ol', tie('item'), 4)),
  table: inside(
    'table',
    inside(
      'tr',
      inside('td', fc.oneof({ weight: 5, arbitrary: text }, { weight: 1, arbitrary: tie('list') }), 1),
      2,
    ),
    3,
  ),
  block: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 3, arbitrary: text.map((words) => `<p>${words}</p>`) },
    sentence.map((words) => `<h2>${words.slice(0, -1)}</h2>`),
    text.map((words) => `<pre>${words}</pre>`),
    text.map(
      (words) =>
        `<figure><img src="https://example.org/a.png" alt="x"><figcaption>${words}</figcaption></figure>`,
    ),
    tie('list'),
    tie('table'),
    inside('blockquote', tie('block'), 3),
    inside('div', tie('block'), 3),
  ),
}))

/** It has one plain paragraph at least, or there may be nothing to split. */
export const anyPage = fc
  .array(block, { minLength: 2, maxLength: 12 })
  .map(
    (blocks) =>
      `<html><body><article><p>One went out to sow. Two stayed at home, and had not been asked.</p>\n${blocks.join('\n')}</article></body></html>`,
  )
