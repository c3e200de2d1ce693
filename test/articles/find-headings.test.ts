import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { outline } from '../../src/articles/outline.ts'
import { plainTextToMarkdown } from '../../src/articles/plain-text.ts'
import { articleOf } from '../../src/articles/read-article.ts'
import { asPasted } from '../bench/split/measure-headings.ts'

const long =
  'A paragraph that goes on for long enough to be text and nothing but text, all the way to its full stop.'
const longer = `${long} ${long} ${long}`

/** Original texts that make it hard: lone questions, dialogue, verse, captions, bare lists, letters. */
const folders = ['headings', '../bench/split/articles'].map((path) => new URL(`${path}/`, import.meta.url))
const corpus = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8')),
)

const layouts: Record<string, (text: string) => string> = {
  'as pasted': (text) => text,
  'wrapped at 72 columns': (text) => text.split('\n').map(wrap).join('\n'),
  'without empty lines': (text) => text.replace(/\n{2,}/g, '\n'),
  'with two empty lines and CRLF': (text) => text.replace(/\n\n/g, '\r\n\r\n\r\n'),
  'with hard spaces': (text) => text.replace(/\n\n/g, '\n\u00A0\n').replace(/, /g, ',\u00A0'),
}

describe('findHeadings', () => {
  it.each(Object.keys(layouts))('finds the headings of articles %s', (name) => {
    let [written, found, right] = [0, 0, 0]
    for (const markdown of corpus) {
      const truth = headingsOf(markdown)
      const guessed = headingsOf(plainTextToMarkdown(layouts[name]!(asPasted(markdown))).markdown)
      written += truth.length
      found += guessed.length
      right += guessed.filter((text) => truth.includes(text)).length
    }
    expect(written).toBeGreaterThan(150)
    expect((2 * right) / (written + found)).toBeGreaterThanOrEqual(0.95)
  })

  it('says how sure it is and why', () => {
    const text = `Title\n\n${longer}\n\n1. Keep a Notebook\n\n${longer}\n\n2. Keep Still\n\n${longer}\n\nAnd what then?\n\n${longer}`
    const [first, , last] = plainTextToMarkdown(text).headings
    expect(first!.confidence).toBeGreaterThan(0.95)
    expect(first!.because).toEqual(expect.arrayContaining(['no full stop', 'numbered like the others']))
    expect(last!.confidence).toBeLessThan(0.7)
  })

  it('asks the author to look at a heading that may be none', async () => {
    const text = `Title\n\n${longer}\n\n1. Keep a Notebook\n\n${longer}\n\n2. Keep Still\n\n${longer}\n\nAnd what then?\n\n${longer}`
    const { warnings } = await articleOf(new TextEncoder().encode(text), 'text')
    expect(warnings).toEqual(['"And what then?" was taken for a heading; look whether it is one.'])
  })

  it.each([
    ['a sentence', 'So I bought one.'],
    ['somebody speaking', '“You will be for Orrin?”'],
    ['somebody speaking with a dash', '—A dos —dijo él'],
    ['a line that leads in', 'This is what she told me about it:'],
    ['a salutation', 'Dear Tom,'],
    ['a picture and who took it', 'Photo: Ann Lee'],
    ['an address', 'https://example.org/a-page'],
    ['a line that goes on', 'and so it went'],
    ['a lone question', 'And why not?'],
  ])('does not take %s for a heading', (_, line) => {
    expect(headingsOf(plainTextToMarkdown(`Title\n\n${long}\n\n${line}\n\n${long}`).markdown)).toEqual([])
  })

  it.each([
    ['numbers', ['1. Listen to the house', '2. Write it down', '3. Go out']],
    ['numbers counting down', ['3) Listen to the house', '2) Write it down', '1) Go out']],
    ['labels', ['Step 1: listen.', 'Step 2: write.', 'Step 3: go out.']],
    ['German labels', ['Tipp 1: Hören Sie zu.', 'Tipp 2: Schreiben Sie.']],
    ['Roman numbers', ['I.', 'II.', 'III.', 'IV.']],
    ['Chinese numbers', ['一、听', '二、写', '三、走']],
    ['questions', ['Who pays?', 'Who sweeps?', 'Who locks up?', 'Who knows?']],
    ['Arabic questions', ['من يدفع؟', 'من يكنس؟', 'من يغلق الباب؟', 'من يعرف؟']],
    ['capitals', ['LISTEN TO THE HOUSE', 'WRITE IT DOWN']],
  ])('takes short lines with %s and text between them for headings', (_, lines) => {
    const text = `Title\n\n${longer}\n\n${lines.map((line) => `${line}\n\n${longer}`).join('\n\n')}`
    expect(headingsOf(plainTextToMarkdown(text).markdown)).toEqual(lines)
  })

  it('takes 200,000 words in a few seconds', () => {
    const part = `A walk\n\n${longer}\n\n${longer}\n\n- tea\n- bread\n\n“Yes?”\n\n`
    const text = part.repeat(Math.ceil(200_000 / part.split(/\s+/).length))
    const began = performance.now()
    plainTextToMarkdown(text)
    expect(performance.now() - began).toBeLessThan(5000)
  })
})

const headingsOf = (markdown: string) =>
  outline(markdown)
    .blocks.filter(({ kind }) => kind === 'heading')
    .map(({ text }) => text)

/** Scripts without spaces are wrapped anywhere. */
function wrap(line: string): string {
  if (!line.includes(' ')) return line.replace(/.{36}(?=.)/gsu, '$&\n')
  return line.split(' ').reduce((all, word) => {
    const last = all.slice(all.lastIndexOf('\n') + 1)
    return all === '' ? word : last.length + 1 + word.length > 72 ? `${all}\n${word}` : `${all} ${word}`
  }, '')
}
