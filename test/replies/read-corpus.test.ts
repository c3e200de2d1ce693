/** The corpus in messages/: real MIME as mail programs write it, and beside each message what its writer said. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readMessage } from '../../src/replies/read-message.ts'
import { wordsIn } from '../../src/replies/stripping/words.ts'

interface Expected {
  about: string
  /** Which lesson it answers: messages/lesson-….txt. */
  sent: 'en' | 'de' | 'es' | null
  reply: string
  /** Compared by its words, without links: how programs lay out what they quote is theirs. */
  quoted?: string
  inPlace?: string
  /** Only the text that was sent can tell. */
  needsSent?: true
  /** And without it hides words of theirs among those of an unmarked quotation. */
  hidesWithout?: true
}

const folder = join(import.meta.dirname, 'messages')
const corpus = readdirSync(folder)
  .filter((file) => file.endsWith('.eml'))
  .map((file) => {
    const expected = JSON.parse(readFileSync(join(folder, file.replace('.eml', '.json')), 'utf8')) as Expected
    const title = `${file.slice(0, -4)}: ${expected.about}`
    return { title, raw: readFileSync(join(folder, file)), ...expected }
  })
/** With titles that are neither quoted nor cut. */
const titled = (some: typeof corpus) => some.map((each) => [each.title, each] as const)
const lesson = (language: string | null) =>
  language === null ? undefined : readFileSync(join(folder, `lesson-${language}.txt`), 'utf8')
const spoken = (text: string) => text.replace(/\s+/g, ' ').trim()
const words = (text: string) =>
  wordsIn(text)
    .map(({ form }) => form)
    .join(' ')

describe('with the lesson that was sent', () => {
  test.each(titled(corpus))('%s', async (_, { raw, sent, reply, quoted, inPlace }) => {
    const message = await readMessage(raw, { sent: lesson(sent) })
    expect(spoken(message.reply)).toBe(spoken(reply))
    if (quoted !== undefined) expect(words(message.quoted)).toBe(words(quoted))
    if (inPlace) expect(message.inPlace).toBe(inPlace)
    expect(message.automatic).toBe(false)
  })
})

describe('without it', () => {
  test.each(titled(corpus.filter(({ needsSent }) => !needsSent)))('%s', async (_, { raw, reply }) => {
    expect(spoken((await readMessage(raw)).reply)).toBe(spoken(reply))
  })

  test.each(titled(corpus.filter(({ needsSent, hidesWithout }) => needsSent && !hidesWithout)))(
    '%s, and loses nothing',
    async (_, { raw, reply }) => {
      const message = await readMessage(raw)
      const shown = ` ${words(message.reply)} `
      expect(
        words(reply)
          .split(' ')
          .filter((word) => !shown.includes(` ${word} `)),
      ).toEqual([])
    },
  )
})
