import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { split } from '../../src/cli/split.ts'

const before = process.cwd()
let folder: string
let out = ''
let err = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lettercourse-'))
  process.chdir(folder)
  out = err = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += text
    return true
  })
  await writeFile(
    join(folder, 'a.md'),
    `# Title\n\n${'You walk. '.repeat(80)}\n\n## Two\n\n${'You rest. '.repeat(80)}\n`,
  )
})
afterEach(async () => {
  vi.restoreAllMocks()
  process.chdir(before)
  await rm(folder, { recursive: true })
})

describe('split', () => {
  it('prints the course as JSON', async () => {
    expect(await split(['a.md', '--lessons', '2', '--json'])).toBe(0)
    const result = JSON.parse(out)
    expect(Object.keys(result)).toEqual(['title', 'lessons', 'left_out', 'warnings'])
    expect(Object.keys(result.lessons[0])).toEqual([
      'title',
      'body',
      'prompt',
      'suggested',
      'alternatives',
      'words',
      'minutes',
    ])
    expect(result).toMatchObject({
      title: 'Title',
      lessons: [{ title: 'Title', words: 160, minutes: 0.7 }, { title: 'Two' }],
      left_out: [{ text: '# Title' }],
    })
  })

  it('writes a course once and never over it', async () => {
    expect(await split(['a.md', '--lessons', '2', '--write', 'my-course'])).toBe(0)
    expect(out).toContain('Written to sequences/my-course.')
    expect(await readdir('sequences/my-course')).toEqual([
      '01-title.md',
      '02-two.md',
      'article.md',
      'sequence.yaml',
    ])
    expect(await split(['a.md', '--write', 'my-course'])).toBe(1)
    expect(err).toContain('is not overwritten')
  })

  it('prints a summary for people', async () => {
    expect(await split(['a.md'])).toBe(0)
    expect(out).toMatch(/^Title\n\d lessons?, 321 words\n\n {2}1\. Title/)
    expect(out).toContain('add --write SLUG')
  })

  it.each([
    [[], 'Say what to split'],
    [['a', 'b'], 'Only one article'],
    [['a', '--lessons', '0'], '--lessons must be a whole number'],
    [['a', '--lessons', '2.5'], '--lessons must be a whole number'],
    [['a', '--minutes', 'x'], '--minutes must be a number'],
    [['a', '--lessons', '2', '--minutes', '2'], 'not both'],
    [['a', '--write', '../x'], 'cannot be a course'],
    [['a', '--what'], "Unknown option '--what'"],
    [['nowhere.md'], 'There is no file nowhere.md'],
  ])('says what is wrong with %j in one line and exits with 1', async (args, said) => {
    expect(await split(args)).toBe(1)
    expect(err).toContain(said)
    expect(err.trim()).not.toContain('\n')
    expect(out).toBe('')
  })
})
