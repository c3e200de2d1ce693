import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { splitArticle } from '../../src/articles/split-article.ts'
import { sequenceFiles, writeSequence } from '../../src/articles/write-sequence.ts'
import { readConfig } from '../../src/config.ts'
import { checkSequenceFiles } from '../../src/deliveries/check-sequence-files.ts'
import { openSecrets } from '../../src/secrets.ts'
import { loadSequenceFiles } from '../../src/sequences/load-sequence-files.ts'
import { anArticle, anyArticle } from './an-article.ts'

let folder: string
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'lettercourse-')), 'a-course')
})
afterEach(() => rm(join(folder, '..'), { recursive: true }))

const markdown = `# A: "quoted" title\n\n${'You and the sea. '.repeat(40)}\n\nWhat do you see?\n\n## 1. Look\n\nWrite {{ name }} and {% if %}. ${'You look. '.repeat(90)}`
const article = { title: undefined, markdown, leftOut: [], passages: [], headings: [], warnings: [] }
const split = () => splitArticle(article, { lessons: 2 })

describe('writeSequence', () => {
  it('writes what the sequences room reads', async () => {
    await writeSequence(folder, sequenceFiles(split(), markdown))
    const sequence = await loadSequenceFiles(folder)
    expect(sequence).toMatchObject({
      title: 'A: "quoted" title',
      everyDays: 1,
      sendTime: '08:00',
      firstLesson: 'immediately',
    })
    expect(sequence.lessons.map(({ key, subject, prompt }) => [key, subject, prompt])).toEqual([
      ['a-quoted-title', 'A: "quoted" title', 'What do you see?'],
      ['look', 'Look', expect.any(String)],
    ])
  })

  it('moves a closing question into the front matter and keeps braces from being read as fields', () => {
    const files = [...sequenceFiles(split(), markdown).values()]
    expect(files[2]!.split('---\n')[2]).not.toContain('What do you see?')
    expect(files[3]).toContain('Write {% raw %}{{{% endraw %} name }} and {% raw %}{%{% endraw %} if %}.')
    expect(parse(files[1]!).lessons).toEqual(['01-a-quoted-title.md', '02-look.md'])
  })

  it('never overwrites a folder', async () => {
    await writeSequence(folder, new Map([['article.md', 'mine']]))
    await expect(writeSequence(folder, sequenceFiles(split(), markdown))).rejects.toThrow(
      'is not overwritten',
    )
  })

  it('repeats no closing paragraph that is the prompt, and leaves the question where it stands within the text', () => {
    const bodyOf = (body: string, prompt: string, suggested = false) => {
      const lesson = {
        title: 'T',
        body,
        prompt,
        suggested,
        alternatives: [],
        words: 9,
        minutes: 1,
        start: 0,
        end: 9,
      }
      const files = sequenceFiles({ title: 'C', lessons: [lesson], leftOut: [], warnings: [] }, body)
      return files.get('01-t.md')!.split('---\n\n')[1]!.trim()
    }
    expect(bodyOf('You rest.\n\n**What** do you see?', 'What do you see?')).toBe('You rest.')
    expect(bodyOf('See [r].\n\nWhat?\n\n[r]: https://a.org', 'What?')).toBe('See [r].\n\n[r]: https://a.org')
    const within = 'What do you see? Look.\n\nYou rest.'
    expect(bodyOf(within, 'What do you see?')).toBe(within)
    const ending = 'You rest.\n\nLook again: what do you see?'
    expect(bodyOf(ending, 'What do you see?')).toBe(ending)
    expect(bodyOf('You rest.\n\nWhat do you see?', 'What do you see?', true)).toContain('What do you see?')
    expect(bodyOf('What do you see?', 'What do you see?')).toBe('What do you see?')
  })

  const context = { config: readConfig({}), secrets: openSecrets(['a'.repeat(64)]) }
  const problemsOf = async (article: ReturnType<typeof anArticle>, lessons: number) => {
    const files = sequenceFiles(splitArticle(article, { lessons }), article.markdown)
    const { problems } = await checkSequenceFiles(context, 'a-course', files, new Date(0))
    return problems
  }

  it('writes what passes sequences check, whatever the article', async () => {
    const title = fc.oneof(
      fc.constant(undefined),
      fc.string({ maxLength: 300 }),
      fc.constantFrom('<">', '{{ x }}\n{%'),
    )
    await fc.assert(
      fc.asyncProperty(
        anyArticle,
        title,
        fc.integer({ min: 1, max: 9 }),
        async (markdown, title, lessons) => {
          const braces = `${markdown}\n\n## {{ first }} {% x %} ${'{{'.repeat(99)}\n\n{% endraw %} and {{.\n`
          expect(
            await problemsOf({ ...anArticle(braces), title: title?.trim() || undefined }, lessons),
          ).toEqual([])
        },
      ),
      { numRuns: 40 },
    )
  })

  const bench = 'test/bench/split/articles'
  it.each(readdirSync(bench).filter((name) => name.endsWith('.md')))(
    'writes what passes it for %s',
    async (name) => {
      expect(await problemsOf(anArticle(readFileSync(join(bench, name), 'utf8')), 6)).toEqual([])
    },
  )
})
