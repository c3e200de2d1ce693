import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { splitArticle } from '../../src/articles/split-article.ts'
import { sequenceFiles, writeSequence } from '../../src/articles/write-sequence.ts'
import { loadSequenceFiles } from '../../src/sequences/load-sequence-files.ts'

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
})
