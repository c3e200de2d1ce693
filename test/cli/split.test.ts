import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { split } from '../../src/cli/split.ts'
import { splitSummary } from '../../src/cli/split-summary.ts'

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
    expect(out).toContain('there is nothing to take over')
  })

  it('shows what a changed article would change in the lessons that are there, and writes nothing', async () => {
    await split(['a.md', '--lessons', '2', '--write', 'my-course'])
    const text = async (name: string) => await readFile(join('sequences/my-course', name), 'utf8')
    const edited = (await text('02-two.md')).replace('\nYou rest.', '\nYou rest well.')
    await writeFile('sequences/my-course/02-two.md', edited)
    await writeFile(
      'b.md',
      `# Title\n\nYou run. ${'You walk. '.repeat(79)}\n\n## Two\n\n${'You rest. '.repeat(79)}You wake.\n\n## Three\n\nAnd on.\n`,
    )
    out = err = ''
    expect(await split(['b.md', '--write', 'my-course'])).toBe(1)
    expect(err).toBe(
      'sequences/my-course is there already and is not overwritten; choose another name than my-course or remove the folder first.\n',
    )
    expect(out.split('\n').map((line) => line.trim())).toEqual([
      '',
      'Compared with sequences/my-course/article.md and the lessons made of it:',
      '',
      'changed  01-title.md',
      expect.stringContaining('{+run+}'),
      'both     02-two.md: it was edited, and the article has changed',
      'in the article',
      expect.stringContaining('{+wake+}'),
      'in the lesson',
      expect.stringContaining('{+well+}'),
      'new      “Three” after 02-two.md (3 words)',
      '{+## Three+}',
      '{+And on.+}',
      '',
      expect.stringMatching(/^Nothing was written/),
      expect.any(String),
      expect.any(String),
      '',
    ])
    expect(await readdir('sequences/my-course')).toHaveLength(4)
    expect(await text('02-two.md')).toBe(edited)

    out = ''
    expect(await split(['b.md', '--write', 'my-course', '--json'])).toBe(1)
    expect(out).toBe('')
  })

  it('names the lessons that are gone, and those that were never of the article', async () => {
    await split(['a.md', '--lessons', '2', '--write', 'my-course'])
    const yaml = await readFile('sequences/my-course/sequence.yaml', 'utf8')
    await writeFile('sequences/my-course/sequence.yaml', `${yaml}  - 03-mine.md\n`)
    await writeFile('sequences/my-course/03-mine.md', '---\nid: mine\nsubject: Mine\n---\n\nEn to tre.\n')
    await writeFile('b.md', `# Title\n\n${'You walk. '.repeat(80)}\n`)
    expect(await split(['b.md', '--write', 'my-course'])).toBe(1)
    expect(out).toContain('same     01-title.md\n')
    expect(out).toContain('gone     02-two.md: nothing of it is in the article any more\n')
    expect(out).toContain('yours    03-mine.md, which is not of the article\n')
  })

  it('says so when lessons are not made of the article beside them, or have none', async () => {
    await split(['a.md', '--write', 'my-course'])
    await writeFile('sequences/my-course/article.md', 'Etwas ganz anderes, über Boxkämpfer.\n')
    out = ''
    expect(await split(['a.md', '--write', 'my-course'])).toBe(1)
    expect(out).toContain('so there is nothing to compare')
    await rm('sequences/my-course/article.md')
    out = ''
    expect(await split(['a.md', '--write', 'my-course'])).toBe(1)
    expect(out).toBe('')
  })

  it('writes nothing that a start would refuse', async () => {
    await writeFile('long.md', 'You walk past one house and another.\n\n'.repeat(2500))
    expect(await split(['long.md', '--lessons', '1', '--write', 'my-course'])).toBe(1)
    expect(err).toMatch(
      /^sequences\/my-course was not written, .*the text is longer than 60,000 characters.*--lessons or --minutes\.\n$/,
    )
    expect(existsSync('sequences')).toBe(false)
  })

  it('prints a summary for people', async () => {
    expect(await split(['a.md'])).toBe(0)
    expect(out).toMatch(/^Title\n\d lessons?, 321 words\n\n {2}1\. Title/)
    expect(out).toContain('add --write SLUG')
  })

  it('shows the proof: where every passage of the source is, and why some are left out', async () => {
    expect(await split(['a.md', '--lessons', '2'])).toBe(0)
    expect(out).toContain(
      '\nAll 4 passages are here: 3 in lessons, in order, 1 left out:\n  - # Title (It is the title of the course)\n',
    )
  })

  it('asks to look at headings that were taken from plain text without much certainty', () => {
    const article = {
      title: 'T',
      markdown: '',
      leftOut: [],
      passages: ['You walk.', 'You rest.'],
      headings: [
        { text: 'A sure one', confidence: 0.9, because: ['short'] },
        { text: 'Perhaps', confidence: 0.6, because: ['short', 'no stop'] },
      ],
      warnings: [],
    }
    const lesson = {
      title: 'L',
      body: 'You walk.',
      prompt: null,
      suggested: false,
      alternatives: [],
      words: 2,
      minutes: 0.1,
      start: 0,
      end: 9,
    }
    const said = splitSummary(
      article,
      { title: 'T', lessons: [lesson], leftOut: [], warnings: [] },
      undefined,
    )
    expect(said).toContain(
      'Please look at:\n  - “Perhaps” was taken for a heading (short, no stop), and may be none.\n',
    )
    expect(said).not.toContain('A sure one')
    expect(said).toContain(
      'Of 2 passages, 1 could not be found in the lessons and 0 are there twice; please report this:\n  - You rest.\n',
    )
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
