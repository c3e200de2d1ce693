import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitReply } from '../../src/replies/split-reply.ts'
import { htmlLines } from '../../src/replies/stripping/html-lines.ts'
import type { Line } from '../../src/replies/stripping/line.ts'
import { wordsIn } from '../../src/replies/stripping/words.ts'

const lesson = readFileSync(join(import.meta.dirname, 'messages', 'lesson-en.txt'), 'utf8').trim()
const quoted = (text: string) => text.replace(/^/gm, '> ')
const address = 'r+abc@replies.course.example'

/** Words that no lesson, signature or attribution has, so that each can be looked for. */
const word = fc.stringMatching(/^[bcdfgklmpt]{2}[aeiou][qxz][aeiou][a-z]{0,5}$/)
const sentence = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 14 }), fc.constantFrom('.', '!', '?', '', ' …', ':', ','))
  .map(([words, end]) => words.join(' ') + end)
const passage = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((sentences) => sentences.join('\n'))
const attribution = fc.constantFrom(
  `On Tue, Jan 12, 2027 at 7:00 AM Ana Lindqvist <${address}> wrote:`,
  `Am 12.01.2027 um 07:00 schrieb Ana Lindqvist:`,
  `2027年1月12日(火) 7:00 Ana Lindqvist <${address}>:`,
)
const headers =
  'From: Ana\nSent: Tuesday, January 12, 2027 7:00 AM\nTo: Ruth\nSubject: The chair by the window'
const farewell = fc.constantFrom('', '\n\nSent from my iPhone', '\n\nBest\nRuth', '\n-- \nRuth Okafor')

function expectKept(message: string | Line[], own: string[], sent: string | undefined) {
  const { reply } = splitReply(message, sent)
  const shown = new Set(wordsIn(reply).map(({ form }) => form))
  const lost = own.flatMap((text) => wordsIn(text).filter(({ form }) => !shown.has(form)))
  expect(lost.map(({ form }) => form)).toEqual([])
}

describe('no word of theirs is lost', () => {
  test('above, between and below the lines of a marked quotation, the lesson known or not', () => {
    fc.assert(
      fc.property(
        passage,
        attribution,
        fc.array(passage, { maxLength: 4 }),
        farewell,
        fc.boolean(),
        (top, said, between, end, known) => {
          const pieces = lesson.split('\n\n')
          const text = pieces
            .map((piece, at) => quoted(piece) + (between[at] ? `\n\n${between[at]}\n\n` : '\n>'))
            .join('\n')
          expectKept(`${top}${end}\n\n${said}\n${text}`, [top, ...between], known ? lesson : undefined)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('typed into a marked quotation, so that it is marked too, when the lesson is known', () => {
    fc.assert(
      fc.property(fc.array(passage, { minLength: 1, maxLength: 4 }), attribution, (between, said) => {
        const pieces = lesson.split('\n\n')
        const text = pieces
          .flatMap((piece, at) => [piece, ...(between[at - 1] ? [between[at - 1]!] : [])])
          .join('\n\n')
        expectKept(`${said}\n${quoted(text)}`, between, lesson)
      }),
      { numRuns: 300 },
    )
  })

  test('above, within and below an unmarked quotation, when the lesson is known', () => {
    fc.assert(
      fc.property(passage, fc.array(passage, { maxLength: 4 }), passage, (top, between, bottom) => {
        const pieces = lesson.split('\n\n')
        const text = pieces
          .flatMap((piece, at) => [piece, ...(between[at - 1] ? [between[at - 1]!] : [])])
          .join('\n\n')
        expectKept(`${top}\n\n${headers}\n\n${text}\n\n${bottom}`, [top, ...between, bottom], lesson)
      }),
      { numRuns: 300 },
    )
  })

  test('without any quotation, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.array(passage, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('\n', '\n\n', '\n---\n', '\n\n* * *\n\n'),
        (passages, gap) => {
          expectKept(passages.join(gap), passages, lesson)
          expectKept(passages.join(gap), passages, undefined)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('in html, above and between blockquotes', () => {
    fc.assert(
      fc.property(passage, passage, attribution, fc.boolean(), (top, middle, said, known) => {
        const escaped = (text: string) =>
          text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replaceAll('\n', '<br>')
        const [first, ...rest] = lesson.split('\n\n')
        const html = `<div>${escaped(top)}</div><div class="gmail_quote"><div class="gmail_attr">${escaped(said)}</div><blockquote class="gmail_quote">${escaped(first!)}</blockquote><div>${escaped(middle)}</div><blockquote class="gmail_quote">${escaped(rest.join('\n\n'))}</blockquote></div>`
        expectKept(htmlLines(html)!, [top, middle], known ? lesson : undefined)
      }),
      { numRuns: 200 },
    )
  })

  test('nothing is made up: every word shown was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const { reply, quoted: rest } = splitReply(text, lesson)
        const there = new Set(wordsIn(text).map(({ form }) => form))
        for (const { form } of wordsIn(`${reply} ${rest}`)) expect(there).toContain(form)
        expect(reply === '').toBe(text.trim() === '')
      }),
      { numRuns: 300 },
    )
  })
})

describe('what is theirs however it looks', () => {
  test.each([
    ['a date and a verb', 'On 3 May 2019 my mother wrote:\n\nCome home. The lilac is out.\n\nI did not go.'],
    [
      'a date, an hour and a verb',
      'On 3 May 2019 at 7:00 my mother wrote:\n\nCome home. The lilac is out.\n\nI did not go.',
    ],
    ['a name alone', 'The lilac.\n\nRuth'],
    ['a closing and a name', 'The lilac.\n\nWith love\nRuth Okafor'],
    ['their number, told', 'Call me if you like:\n+44 20 7946 0991'],
    ['their number, told below the name', 'The lilac.\n\nBest\nRuth\n\nMy number is 030 1234567 if you like'],
    ['a place they write from', 'Sent from Berlin, where it rains.\n\nRuth'],
    ['a list', 'I heard\n- the fridge\n- the cat\n- me'],
    ['a disclaimer of their own', 'It helped.\n\nDisclaimer: I only lasted three minutes.'],
    ['emoticons like marks', '>:( the neighbours\n>.< and again'],
    ['from and to', 'From: my window\nTo: the sea\n\nI could hear it.'],
    ['a line between two thoughts', 'The fridge.\n\n--\n\nAnd then I cried. I had not cried since June.'],
    ['a dash before a name', 'The lilac.\n\n— Ruth'],
    ['a line drawn before the last line of a poem', 'the sea\n---\nthe sand and\nno one'],
    ['a dialogue', 'It went so:\n\n- Are you there?\n- I am\n- Good'],
    ['a postscript', 'The fridge.\n\nBest\nRuth\n\nPS: And the cat, of course.'],
  ])('%s', (_, text) => {
    expect(splitReply(text, lesson).reply).toBe(text)
    expect(
      splitReply(
        `${text}\n\nOn Tue, Jan 12, 2027 at 7:00 AM Ana <${address}> wrote:\n${quoted(lesson)}`,
        lesson,
      ).reply,
    ).toBe(text)
  })
})
