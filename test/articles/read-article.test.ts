import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { coverageOf } from '../../src/articles/coverage-of.ts'
import { articleOf, readArticle } from '../../src/articles/read-article.ts'
import { splitArticle } from '../../src/articles/split-article.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const nothing = Readable.from([])
const paragraph =
  'Some text that goes on for a while, with commas, and more commas, and so on, so that it counts as an article. '

describe('readArticle', () => {
  it('reads a page without its furniture and lists what it left out', async () => {
    const page = `<!doctype html><html><head><title>My page | Site</title></head><body><nav><ul><li><a href="/">Home</a></li></ul></nav>
      <article><h1>My page</h1><p>${paragraph}<b>Bold </b>and <a href="/x">a link</a>, 2*3*4.</p><h2>Advice</h2><p>${paragraph}${paragraph}</p>
      <ol><li>one<ul><li>deep</li></ul></li><li>two</li></ol><blockquote><p>Quoted</p></blockquote><pre>x = 1</pre></article>
      <footer><p>Copyright somebody</p></footer></body></html>`
    const { title, markdown, leftOut } = await articleOf(bytes(page), 'html', 'https://example.org/a')
    expect(title).toBe('My page')
    expect(markdown).toContain('**Bold** and [a link](https://example.org/x), 2\\*3\\*4.')
    expect(markdown).toContain('## Advice')
    expect(markdown).toContain('1. one\n   - deep\n2. two')
    expect(markdown).toContain('> Quoted\n\n```\nx = 1\n```')
    expect(leftOut.map(({ text }) => text)).toEqual(['Home', 'My page', 'Copyright somebody'])
  })

  it('reads a Word document with its headings', async () => {
    const sample = fileURLToPath(new URL('./letter.docx', import.meta.url))
    const { markdown } = await readArticle(sample, nothing)
    expect(markdown).toBe('# A letter\n\nThe first **bold** words.\n\n- one\n- two')
  })

  it('reads Markdown with a byte order mark and CRLF', async () => {
    expect((await articleOf(bytes('\uFEFF# T\r\n\r\nHi.\r\n'), 'markdown')).markdown).toBe('# T\n\nHi.\n')
  })

  it('tells Markdown, HTML and plain text apart when nothing says which it is', async () => {
    const read = async (text: string) => (await readArticle('-', Readable.from([bytes(text)]))).markdown
    expect(await read('# T\n\nHi *you*.')).toBe('# T\n\nHi *you*.')
    expect(await read(`<p>${paragraph}<em>you</em></p>`)).toContain('*you*')
    expect(await read('Hi *you*.')).toBe('Hi \\*you\\*.')
  })

  it('reads UTF-16 and, with a warning, Windows-1252', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Größe.', 'utf16le')])
    expect((await articleOf(utf16)).markdown).toBe('Größe.')
    const old = await articleOf(Buffer.from('Größe.', 'latin1'))
    expect(old.markdown).toBe('Größe.')
    expect(old.warnings.join()).toContain('not UTF-8')
  })

  it.each([
    ['nowhere.md', 'There is no file nowhere.md'],
    ['test', 'test is a folder'],
    ['file:///etc/passwd', 'Only http and https'],
    ['http://127.0.0.1:1/', 'not on the public internet'],
    ['http://localhost/', 'not on the public internet'],
    ['http://[::ffff:10.0.0.1]/', 'not on the public internet'],
    ['http://0x7f.1/', 'not on the public internet'],
  ])('refuses %s in one sentence', async (source, said) => {
    await expect(readArticle(source, nothing)).rejects.toThrow(said)
  })

  it('refuses what is no text', async () => {
    await expect(articleOf(new Uint8Array([1, 0, 2]))).rejects.toThrow('It is not a text')
    await expect(articleOf(new Uint8Array([0x50, 0x4b, 3, 4, 9]))).rejects.toThrow('not a Word document')
  })

  it('takes a book of 200,000 words and no more', async () => {
    const book = (words: number) => bytes(`${`${'word '.repeat(99)}end.\n\n`.repeat(words / 100)}`)
    expect((await articleOf(book(199_000), 'text')).passages).toHaveLength(1_990)
    await expect(articleOf(book(201_000), 'text')).rejects.toThrow('more than 200,000 words')
    await expect(articleOf(bytes('a'.repeat(5_000_001)), 'text')).rejects.toThrow('more than 200,000 words')
  })

  it('does not unpack a document that is small and would be huge', async () => {
    const zip = new JSZip().file('word/document.xml', '<w:p/>'.repeat(4_000_000))
    const packed = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
    expect(packed.length).toBeLessThan(1_000_000)
    await expect(articleOf(packed, 'docx')).rejects.toThrow('more than 200,000 words')
  })

  it('holds a document against its own paragraphs', async () => {
    const sample = await readFile(new URL('./letter.docx', import.meta.url))
    const article = await articleOf(sample, 'docx')
    const { lessons, leftOut } = splitArticle(article)
    const coverage = coverageOf(article, lessons, leftOut)
    expect(coverage).toMatchObject({ missing: [], twice: [] })
    expect(coverage.passages).toBeGreaterThan(1)
  })

  it.each(['!', '?', 'a', '[', '* '])('is not held up by a long line of %s', async (mark) => {
    const began = performance.now()
    const article = await articleOf(bytes(`${paragraph}\n\n${mark.repeat(100_000 / mark.length)}`), 'text')
    splitArticle(article)
    // Generous: it took ten seconds and more when the time grew with the square of the length.
    expect(performance.now() - began).toBeLessThan(4_000)
  })
})
