import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { coverageOf } from '../../src/articles/coverage-of.ts'
import { outline } from '../../src/articles/outline.ts'
import { articleOf } from '../../src/articles/read-article.ts'
import { splitArticle } from '../../src/articles/split-article.ts'

const folder = new URL('pages/', import.meta.url)
const page = (name: string) =>
  articleOf(readFileSync(new URL(`${name}.html`, folder)), 'html', 'https://site.example/a/b')
const read = (html: string) => articleOf(new TextEncoder().encode(html), 'html', 'https://site.example/a/b')
const headingsOf = (markdown: string) =>
  outline(markdown).blocks.flatMap(({ depth, text }) => (depth ? [`${depth} ${text}`] : []))
const long =
  'Some text that goes on for a while, with commas, and more commas, and so on, so that it counts as prose in an article.'

describe('readHtml', () => {
  it.each([
    [
      'wordpress',
      'How to Sharpen a Kitchen Knife on a Stone',
      ['2 What you need', '2 Finding the angle', '2 How you know that it is sharp'],
    ],
    [
      'medium',
      'What My Father’s Allotment Taught Me About Software',
      [
        '2 Nothing is planted where it will be in the way of the hose',
        '2 The compost is not a bin',
        '2 Some rows are for the pigeons',
      ],
    ],
    ['substack', 'The Hour Before Anyone Is Up', ['2 What it is not', '2 What it costs']],
    [
      'tables',
      "Bill's Lighthouse Page -- Keepers' Bread",
      ['2 How the keepers baked', '2 The oven', '2 The recipe'],
    ],
    ['comments', 'A mast year', ['2 What the jays do', '2 What we did']],
    [
      'cookies',
      'Warum alte Häuser knarren',
      ['2 Die Treppe', '3 Gut zu wissen', '2 Das Dach', '2 Und die Schritte?'],
    ],
    ['short', 'A note on moths', []],
  ])('finds title and headings of the %s page', async (name, title, headings) => {
    const article = await page(name)
    expect(article.title).toBe(title)
    expect(headingsOf(article.markdown)).toEqual(headings)
  })

  it('leaves out what is around an article and in between, and says of each what it is', async () => {
    const reasons = async (name: string) =>
      new Map((await page(name)).leftOut.map(({ text, reason }) => [text, reason]))
    const wordpress = await reasons('wordpress')
    expect(wordpress.get('Recipes')).toContain('navigation')
    expect(wordpress.get('Share this:')).toContain('sharing')
    expect(wordpress.get('One letter a month, about tools that last.')).toContain('form')
    expect(wordpress.get('A Cast-Iron Pan Is Not a Pet')).toContain('other articles')
    expect(wordpress.get('Marit cooks, mends and writes in a house with eleven knives.')).toContain('author')
    expect(wordpress.get('Per says:')).toContain('comment')
    expect(wordpress.get('How to Sharpen a Kitchen Knife on a Stone')).toContain('title')
    expect([...wordpress.keys()].at(-1)).toMatch(/^We use cookies/)
    expect([...wordpress.values()].at(-1)).toContain('cookies')
    const cookies = await reasons('cookies')
    expect(cookies.get('Von Henrike Blum, 8. November 2021')).toContain('who wrote it')
    expect(cookies.get('Warum alte Fenster pfeifen')).toContain('other articles')
    expect(
      cookies.get('Jeden Freitag das Schönste aus Haus und Garten. Abmeldung jederzeit möglich.'),
    ).toContain('form')
    const comments = await reasons('comments')
    expect(comments.get('They are in the bed with the tulips now.')).toContain('comment')
    expect((await reasons('tables')).get("Bill's Lighthouse Page")).toContain('above')
  })

  it('keeps captions, descriptions, lists, quotes, tables and code', async () => {
    const { markdown } = await page('wordpress')
    expect(markdown).toContain(
      '![A knife resting on a stone with two coins under its back](https://slowkitchen.example/wp-content/uploads/angle.jpg)\n\nTwo coins, and no protractor.',
    )
    expect(markdown).toContain('- A [strop](https://site.example/tools/strop/), or the back of an old belt')
    expect(markdown).toContain('> If it frightens you a little, it is sharp enough.\n>\n> my grandmother')
    expect(markdown).toContain('| Knife | How often |\n| --- | --- |\n| The one you use | monthly |')
    expect((await page('medium')).markdown).toContain(
      '```\nheaps = [adding, working, ready]\nrotate(heaps)  # every spring\n```',
    )
  })

  it('begins and ends where the article does', async () => {
    const ends = async (name: string) => {
      const blocks = (await page(name)).markdown.split('\n\n').filter((block) => !block.startsWith('!['))
      return [blocks[0]!.slice(0, 24), blocks.at(-1)!.slice(-24)]
    }
    expect(await ends('wordpress')).toEqual([
      'A dull knife is the most',
      't away where nobody leans on it.'.slice(-24),
    ])
    expect(await ends('cookies')).toEqual(['Nachts um drei geht jema', 'ehe nur leiser ins Bett.'])
    expect(await ends('comments')).toEqual([
      'The path to the mill is ',
      'l, for one of it to stand?'.slice(-24),
    ])
    expect(await ends('short')).toEqual([
      'There was a moth in the ',
      ' and so missed the dentist.'.slice(-24),
    ])
    expect(await ends('substack')).toEqual([
      'On keeping one hour of t',
      'man putting down a suitcase.'.slice(-24),
    ])
  })

  it('takes footnotes along with the lesson that has their number', async () => {
    const { markdown } = await page('substack')
    expect(markdown).toContain('the boiler[^1].')
    expect(markdown).toContain('[^1]: It makes a noise like a man putting down a suitcase.')
    const wordpress = await read(
      `<p>${long}<sup id="fnref-7-1"><a href="#fn-7-1">1</a></sup></p><p>${long}</p><hr><ol><li id="fn-7-1"><p>See <i>there</i>. <a href="#fnref-7-1">↩</a></p><p>And here.</p></li></ol>`,
    )
    expect(wordpress.markdown).toContain('article.[^1]\n')
    expect(wordpress.markdown).toContain('[^1]: See *there*.\n\n    And here.')
  })

  it('keeps line breaks, and makes no link of what leads within the page', async () => {
    const { markdown } = await read(
      `<p>${long}</p><p>The geese go over<br>and I am <a href="#late">late</a></p>`,
    )
    expect(markdown).toContain('The geese go over\\\nand I am late')
  })

  it('takes lines in bold for headings where a page has no others, and says so', async () => {
    const { markdown, headings } = await page('tables')
    expect(markdown).toContain('## The oven\n')
    expect(headings.find(({ text }) => text === 'The oven')!.because).toContain('in bold by itself')
  })

  it('keeps the article whatever the page calls it', async () => {
    const { markdown } = await read(
      `<body class="has-sidebar"><div class="newsletter widget"><h1>A day</h1><p>${long}</p><p>${long}</p></div><div class="sidebar"><p>Other things, elsewhere</p></div></body>`,
    )
    expect(markdown).toBe(`${long}\n\n${long}`)
  })

  it('does not lose a word that is called something within a sentence', async () => {
    const { markdown } = await read(
      `<p>${long} It was her <span class="share">share</span> of it.</p><p>${long}</p>`,
    )
    expect(markdown).toContain('It was her share of it.')
  })

  it.each(readdirSync(folder))('accounts for every passage of %s', async (name) => {
    const article = await page(name.replace('.html', ''))
    const split = splitArticle(article)
    const coverage = coverageOf(article, split.lessons, split.leftOut)
    expect(coverage).toMatchObject({ missing: [], twice: [] })
    expect(coverage.inLessons + coverage.leftOut).toBe(coverage.passages)
    expect(coverage.inLessons).toBeGreaterThan(1)
  })

  it('says what to do about a page without text', async () => {
    await expect(
      read('<html><body><div id="root"></div><script>app()</script></body></html>'),
    ).rejects.toThrow('save the text to a file')
  })
})
