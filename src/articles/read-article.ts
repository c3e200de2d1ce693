import { readFile, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import mammoth from 'mammoth'
import { type Article, ArticleError, type FoundHeading } from './article.ts'
import { decodeText } from './decode-text.ts'
import { fetchPage } from './fetch-page.ts'
import { markHeadings } from './mark-headings.ts'
import { passagesOf } from './passages-of.ts'
import { plainTextToMarkdown } from './plain-text.ts'
import { fragmentToMarkdown, readHtml } from './read-html.ts'
import { unpackedXml } from './unpacked-size.ts'
import { countWords } from './words.ts'

/** Larger files are not articles; a .docx holds its pictures too. */
const MOST_BYTES = 20_000_000
/** Longer than most books. */
const MOST_WORDS = 200_000
/** Beyond this the words are not even counted. */
const MOST_CHARACTERS = 5_000_000
/** A book of 200,000 words is about half of this. */
const MOST_XML = 20_000_000

export type ArticleFormat = 'markdown' | 'html' | 'text' | 'docx'

/** Reads an article from a file, a web address, or `-` for what `stdin` gives. Throws ArticleError. */
export async function readArticle(source: string, stdin: AsyncIterable<Uint8Array>): Promise<Article> {
  if (source === '-') return articleOf(await collect(stdin))
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(source)) {
    const page = await fetchPage(source)
    return articleOf(
      page.bytes,
      formatOfType(page.contentType),
      page.url,
      /charset=["']?([\w-]+)/i.exec(page.contentType)?.[1],
    )
  }
  return articleOf(await readBytes(source), formatOfName(source))
}

/** An article from its bytes; without a format, from what they look like. Relative links are taken to be under `base`. */
export async function articleOf(
  bytes: Uint8Array,
  format?: ArticleFormat,
  base?: string,
  charset?: string,
): Promise<Article> {
  if (format === 'docx' || isZip(bytes)) return readDocx(bytes)
  const { text, warnings } = decodeText(bytes, charset)
  if (text.length > MOST_CHARACTERS || countWords(text) > MOST_WORDS) throw tooLong()
  const actual = format === undefined || format === 'text' ? lookOf(text, format) : format
  if (actual === 'html') return withDoubts(readHtml(text, base), warnings)
  const read =
    actual === 'text'
      ? plainTextToMarkdown(text)
      : format === 'markdown'
        ? { markdown: text, headings: [] }
        : markHeadings(text, false)
  return withDoubts(
    { title: undefined, ...read, leftOut: [], passages: passagesOf(text), warnings: [] },
    warnings,
  )
}

/** The headings that are about as likely to be none are named in a warning, so that the author looks at them. */
function withDoubts(article: Article, warnings: string[]): Article {
  return { ...article, warnings: [...warnings, ...article.warnings, ...doubtsAbout(article.headings)] }
}

function doubtsAbout(headings: FoundHeading[]): string[] {
  const doubtful = headings.filter(({ confidence }) => confidence < 0.7).map(({ text }) => `"${text}"`)
  if (doubtful.length === 0) return []
  const more = doubtful.length > 5 ? ` and ${doubtful.length - 5} more` : ''
  const [was, it] = doubtful.length === 1 ? ['was', 'it is one'] : ['were', 'they are']
  return [`${doubtful.slice(0, 5).join(', ')}${more} ${was} taken for a heading; look whether ${it}.`]
}

const tooLong = () =>
  new ArticleError('The text has more than 200,000 words; cut it into parts and split one at a time.')

async function readDocx(bytes: Uint8Array): Promise<Article> {
  if (unpackedXml(bytes) > MOST_XML) throw tooLong()
  const result = await mammoth
    .convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    )
    .catch(() => {
      throw new ArticleError(
        'The file is not a Word document that can be read; save it as .docx again, or as plain text.',
      )
    })
  const markdown = fragmentToMarkdown(result.value)
  if (countWords(markdown) > MOST_WORDS) throw tooLong()
  const passages = passagesOf((await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value)
  const pictures = (result.value.match(/<img\b/g) ?? []).length
  const warnings =
    pictures > 0
      ? [
          `${pictures} picture${pictures > 1 ? 's' : ''} in the document cannot be mailed from here and will be missing.`,
        ]
      : []
  return { title: undefined, markdown, leftOut: [], passages, headings: [], warnings }
}

async function readBytes(path: string): Promise<Buffer> {
  const facts = await stat(path).catch(() => undefined)
  if (!facts) throw new ArticleError(`There is no file ${path}; check the name, or give - to paste the text.`)
  if (!facts.isFile())
    throw new ArticleError(`${path} is a folder; give the file in it that holds the article.`)
  if (facts.size > MOST_BYTES)
    throw new ArticleError(
      `${path} is larger than ${MOST_BYTES / 1_000_000} MB; save only the article's text and split that.`,
    )
  return readFile(path).catch(() => {
    throw new ArticleError(`${path} cannot be read; check that you may open it.`)
  })
}

async function collect(stdin: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stdin) {
    size += chunk.length
    if (size > MOST_BYTES)
      throw new ArticleError(`The text is larger than ${MOST_BYTES / 1_000_000} MB; give only the article.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const isZip = (bytes: Uint8Array) =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

/** What a file's name says it is; throws ArticleError for a kind that cannot be read. */
export function formatOfName(path: string): ArticleFormat | undefined {
  const extension = extname(path).toLowerCase()
  if (/^\.(?:md|markdown|mdown|mkd)$/.test(extension)) return 'markdown'
  if (/^\.x?html?$/.test(extension)) return 'html'
  if (extension === '.docx') return 'docx'
  if (extension === '.txt' || extension === '.text') return 'text'
  if (/^\.(?:pdf|doc|odt|rtf|pages|epub)$/.test(extension)) {
    throw new ArticleError(
      `${extension} files cannot be read; save it as .docx, HTML, Markdown or plain text.`,
    )
  }
  return undefined
}

function formatOfType(type: string): ArticleFormat | undefined {
  if (/html/i.test(type)) return 'html'
  if (/markdown/i.test(type)) return 'markdown'
  if (/^text\/plain/i.test(type)) return 'text'
  if (/wordprocessingml/i.test(type)) return 'docx'
  if (!type || /octet-stream/i.test(type)) return undefined
  throw new ArticleError(
    `The address leads to ${type.split(';')[0]}, not to an article; give the address of a page.`,
  )
}

/** What a text without a telling name is. A file called .txt may be Markdown, but is not taken for HTML. */
function lookOf(text: string, said: 'text' | undefined): ArticleFormat {
  if (!said && /^\s*(?:<!doctype html|<html|<(?:article|body|div|p|h[1-6])[\s>])/i.test(text)) return 'html'
  const marks = [
    /^#{1,6} \S/m,
    /^\S.*\n(?:={3,}|-{3,})$/m,
    /\[[^\][\n]{1,300}\]\((?:https?:|mailto:|\/|#)[^)\n]{0,2000}\)/,
    /^(?:```|~~~)/m,
    /^> \S/m,
    /\*\*\S[^*\n]*\S\*\*/,
    /^---\n[\s\S]*?\n---\n/,
  ]
  return marks.some((mark) => mark.test(text)) ? 'markdown' : 'text'
}
