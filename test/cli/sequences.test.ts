import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sequences } from '../../src/cli/sequences.ts'
import { StartError } from '../../src/start-error.ts'

const before = process.cwd()
let folder: string
let out = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lettercourse-'))
  process.chdir(folder)
  out = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text
    return true
  })
})
afterEach(async () => {
  vi.restoreAllMocks()
  process.chdir(before)
  await rm(folder, { recursive: true })
})

const yaml = (lessons: string[], more = '') =>
  `title: A week\ndescription: Short letters.\nsender:\n  name: Laurie\n${more}lessons: [${lessons.join(', ')}]\n`
const lesson = (id: string, text = 'You walk.', more = `prompt: What did ${id} ask you?\n`) =>
  `---\nid: ${id}\nsubject: On ${id}\n${more}---\n\n${text}\n`
async function course(slug: string, files: Record<string, string>) {
  await mkdir(join('sequences', slug), { recursive: true })
  for (const [name, text] of Object.entries(files)) await writeFile(join('sequences', slug, name), text)
}
const lines = () => out.trimEnd().split('\n')

describe('sequences check', () => {
  it('looks at every folder and finds nothing wrong with good ones', async () => {
    await course('a-week', {
      'sequence.yaml': yaml(['1.md', '2.md']),
      '1.md': lesson('one'),
      '2.md': lesson('two'),
    })
    await course('b-week', {
      'sequence.yaml': yaml(['1.md']),
      '1.md': lesson('one'),
      'article.md': 'An article.',
    })
    expect(await sequences(['check'])).toBe(0)
    expect(lines()).toEqual(['sequences/a-week: 2 lessons, fine', 'sequences/b-week: 1 lesson, fine'])
  })

  it('names every problem at once, a line each with its file, and exits with 1', async () => {
    await course('a-week', {
      'sequence.yaml': yaml(['1.md', '2.md', '3.md', '4.md', '5.md', '6.md', '1.md'], 'send_time: "25:00"\n'),
      '1.md': lesson('one', 'Dear {{ first_nam }},'),
      '2.md': lesson('one'),
      '3.md': 'No front matter.',
      '4.md': '---\nsubject: Four\ncolour: red\n---\n\nFour.\n',
      '5.md': lesson('five', ''),
    })
    await course('b-week', { 'sequence.yaml': yaml(['1.md']), '1.md': lesson('one') })
    expect(await sequences(['check'])).toBe(1)
    const expected = [
      ['sequence.yaml', 'send_time: must be a time such as 08:00'],
      ['2.md', 'has the id "one", which 1.md has too'],
      ['3.md', 'does not start with front matter'],
      ['4.md', 'id: the id is missing'],
      ['4.md', 'colour'],
      ['5.md', 'markdown: the text is missing'],
      ['6.md', 'is listed in sequence.yaml but not there'],
      ['sequence.yaml', '1.md is listed twice'],
      ['1.md', 'there is no field "first_nam"'],
    ]
    const found = lines()
    expect(found, out).toHaveLength(expected.length + 1)
    for (const [i, [file, said]] of expected.entries()) {
      expect(found[i]).toContain(`sequences/a-week/${file}: `)
      expect(found[i]).toContain(said)
    }
    expect(found.at(-1)).toBe('sequences/b-week: 1 lesson, fine')
  })

  it('measures each lesson as a mail', async () => {
    const long = Array.from({ length: 1400 }, (_, i) => `You walk past house ${i}.`).join('\n\n')
    await course('a-week', { 'sequence.yaml': yaml(['1.md']), '1.md': lesson('one', long) })
    expect(await sequences(['check', 'a-week'])).toBe(1)
    expect(out).toMatch(/1\.md: As a mail it is \d+ KB; Gmail cuts off what is over 90 KB/)
  })

  it('warns of what may not be meant, and does not fail for it', async () => {
    await course('a-week', {
      'sequence.yaml': yaml(['1.md', '2.md', '3.md']),
      '1.md': lesson('one', '![](https://a.org/x.png) and [a page](/about) and [yours]({{preferences_url}})'),
      '2.md': lesson('two', 'You rest.', 'prompt: What now?\n'),
      '3.md': lesson('three', 'You rest.', 'prompt: What now?\n'),
      '4.md': lesson('four'),
    })
    expect(await sequences(['check', '--json'])).toBe(0)
    const [{ warnings, problems }] = JSON.parse(out)
    expect(problems).toEqual([])
    expect(warnings).toEqual([
      { file: '4.md', problem: 'is not listed in sequence.yaml, so it is no lesson' },
      { file: '1.md', problem: expect.stringContaining('has no description') },
      { file: '1.md', problem: expect.stringContaining('the link to "/about" leads nowhere') },
      { file: '3.md', problem: 'asks what 2.md asks' },
    ])
  })

  it('says which folders there are when one is asked for that is not', async () => {
    await expect(sequences(['check'])).rejects.toThrow(StartError)
    await course('a-week', { 'sequence.yaml': yaml(['1.md']), '1.md': lesson('one') })
    await expect(sequences(['check', 'b-week'])).rejects.toThrow('There are: a-week.')
    await expect(sequences(['check', '--what'])).rejects.toThrow("Unknown option '--what'")
  })

  it('says that a folder without a sequence.yaml is refused', async () => {
    await course('a-week', { '1.md': lesson('one') })
    expect(await sequences(['check'])).toBe(1)
    expect(lines()[0]).toBe('sequences/a-week/sequence.yaml: cannot be read; a sequence needs it')
  })
})
