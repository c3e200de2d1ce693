import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ArticleError } from '../../src/articles/article.ts'
import { compareArticle, type LessonChange } from '../../src/articles/compare-article.ts'
import { sentencePlaces } from '../../src/articles/cut-block.ts'
import { lessonTexts } from '../../src/articles/lesson-texts.ts'
import { passageOf, passagesOf } from '../../src/articles/passage.ts'
import { read, splitArticle } from '../../src/articles/split-article.ts'
import type { Part } from '../../src/articles/word-changes.ts'
import { anArticle, anyArticle } from './an-article.ts'

/** An article, its lessons as they were written, and what becomes of them when people and the article change. */
function aCourse(markdown: string, lessons = 3) {
  const split = splitArticle(anArticle(markdown), { lessons })
  const texts = lessonTexts(split.lessons)
  const old = { markdown, lessons: split.lessons.map((lesson, i) => ({ ...lesson, key: texts[i]!.key })) }
  const written = texts.map(({ key, markdown }) => ({ key, markdown }))
  const compare = (changed: string, edits: Record<string, (text: string) => string> = {}) =>
    compareArticle(
      old,
      written.map(({ key, markdown }) => ({ key, markdown: edits[key]?.(markdown) ?? markdown })),
      anArticle(changed),
    )
  return { compare, written, old }
}

const about = (word: string, times = 14) =>
  Array.from(
    { length: times },
    (_, i) => `The ${word} asks for ${word} number ${i} and a slow ${word}.`,
  ).join(' ')
const garden = `# A year in the garden

${about('garden')}

## Spring

${about('seed')}

${about('shower')}

What will you plant?

## Summer

${about('bean')}

${about('hose')}

## Autumn

${about('apple')}

${about('ladder')}
`
const kindsOf = (changes: LessonChange[]) =>
  changes.map((change) => [change.kind, change.kind === 'new' ? change.lesson.title : change.key])
const marked = (passages: Part[][]) =>
  passages
    .flat()
    .filter(({ added, removed }) => added || removed)
    .map(({ text, added }) => `${added ? '+' : '-'}${text}`)
const course = aCourse(garden, 4)

describe('compareArticle', () => {
  it('says that nothing changed when nothing did, however the lines are broken', () => {
    const same = [
      ['same', 'a-year-in-the-garden'],
      ['same', 'spring'],
      ['same', 'summer'],
      ['same', 'autumn'],
    ]
    expect(kindsOf(course.compare(garden))).toEqual(same)
    expect(kindsOf(course.compare(garden.replace(/ (?=and a slow)/g, '\n')))).toEqual(same)
  })

  it('proposes the new text for a lesson that nobody edited, with the words that differ', () => {
    const changes = course.compare(garden.replace('bean number 3', 'bean that climbs'))
    expect(kindsOf(changes).filter(([kind]) => kind !== 'same')).toEqual([['changed', 'summer']])
    const change = changes[2] as Extract<LessonChange, { kind: 'changed' }>
    expect(marked(change.passages)).toEqual(['-number 3', '+that climbs'])
    expect(change.proposed).toBe(course.written[2]!.markdown.replace('bean number 3', 'bean that climbs'))
  })

  it('keeps a lesson that was edited, and says so when its part of the article changed too', () => {
    const mine = { spring: (text: string) => text.replace('slow seed', 'very slow seed') }
    expect(kindsOf(course.compare(garden, mine)).filter(([kind]) => kind !== 'same')).toEqual([
      ['edited', 'spring'],
    ])
    const both = course.compare(garden.replace('shower number 2', 'shower in May'), mine)[1]!
    expect(both).toMatchObject({ kind: 'both', key: 'spring' })
    if (both.kind !== 'both') throw new Error()
    expect(marked(both.passages)).toEqual(['-number 2', '+in May'])
    expect(marked(both.edits)).toEqual(['+very '])
    expect(both.proposed).toContain('shower in May')
    expect(both.proposed).not.toContain('very slow seed')
  })

  it('leaves the heading to the subject and the question to the prompt, unless the article changes them', () => {
    const [, spring] = course.compare(garden.replace('seed number 1 ', 'seed of all sorts '))
    if (spring?.kind !== 'changed') throw new Error(spring?.kind)
    expect(spring.proposed).toMatch(/^The seed asks/)
    const [, renamed] = course.compare(garden.replace('## Spring', '## March and April'))
    if (renamed?.kind !== 'changed') throw new Error(renamed?.kind)
    expect(renamed.proposed).toMatch(/^## March and April\n\nThe seed asks/)
    expect(marked(renamed.passages)).toEqual(['-Spring', '+March and April'])
  })

  it('counts a lesson that the author deleted as edited', () => {
    expect(kindsOf(course.compare(garden, { summer: () => '' }))[2]).toEqual(['edited', 'summer'])
  })

  it('puts a new passage into the lesson it stands in', () => {
    const changes = course.compare(garden.replace(about('hose'), `${about('frost')}\n\n${about('hose')}`))
    expect(kindsOf(changes).filter(([kind]) => kind !== 'same')).toEqual([['changed', 'summer']])
    const last = course.compare(garden.replace(about('hose'), `${about('hose')}\n\n${about('frost')}`))
    expect(kindsOf(last).filter(([kind]) => kind !== 'same')).toEqual([['changed', 'summer']])
  })

  it('offers a new section, and what was added at the end, as new', () => {
    const winter = `## Winter\n\n${about('snow')}\n\n### Indoors\n\n${about('stove')}`
    const between = course.compare(garden.replace('## Autumn', `${winter}\n\n## Autumn`))
    expect(kindsOf(between)[3]).toEqual(['new', 'Winter'])
    expect(between[3]).toMatchObject({
      after: 'summer',
      proposed: expect.stringMatching(/^The snow[\s\S]*stove/),
    })
    const twice = course.compare(`${garden}\n${winter}\n\n## Again\n\n${about('seed')}`)
    expect(kindsOf(twice).slice(4)).toEqual([
      ['new', 'Winter'],
      ['new', 'Again'],
    ])
    const [first] = course.compare(garden.replace(about('garden'), '## Before\n\nWhoever digs, finds worms.'))
    expect(first).toMatchObject({ kind: 'gone', key: 'a-year-in-the-garden' })
    expect(kindsOf(course.compare(`${garden}\nA last word, added later.`))[4]?.[0]).toBe('new')
  })

  it('takes a lesson rewritten from end to end for the same lesson', () => {
    const changes = course.compare(garden.replace(about('garden'), about('field')))
    expect(kindsOf(changes).map(([kind]) => kind)).toEqual(['changed', 'same', 'same', 'same'])
  })

  it('says which lessons are gone, and whether they had been edited', () => {
    const without = garden.replace(/## Summer[\s\S]*(?=## Autumn)/, '')
    expect(course.compare(without)[2]).toMatchObject({ kind: 'gone', key: 'summer', edited: false })
    const edits = { summer: (text: string) => `${text} Mine.` }
    expect(course.compare(without, edits)[2]).toMatchObject({ kind: 'gone', edited: true })
    expect(kindsOf(course.compare(without)).map(([kind]) => kind)).toEqual(['same', 'same', 'gone', 'same'])
  })

  it('knows a lesson again that stands elsewhere, and a paragraph as gone here and new there', () => {
    const [head, spring, summer, autumn] = garden.split(/(?=^## )/m)
    const swapped = course.compare(`${head}${summer}${spring}${autumn}`)
    expect(kindsOf(swapped).map(([kind]) => kind)).toEqual(['same', 'same', 'same', 'same'])
    expect(swapped.map((change) => 'moved' in change && change.moved).filter(Boolean)).toHaveLength(1)
    const hose = `${about('hose')}\n\n`
    const moved = course.compare(garden.replace(hose, '').replace(about('ladder'), hose + about('ladder')))
    expect(kindsOf(moved).filter(([kind]) => kind !== 'same')).toEqual([
      ['changed', 'summer'],
      ['changed', 'autumn'],
    ])
  })

  it('carries a boundary inside a paragraph or a list to where it went', () => {
    const walk = Array.from({ length: 60 }, (_, i) => `Step ${i} goes past house ${i} and on.`)
    const cut = aCourse(walk.join(' '), 3)
    expect(cut.written).toHaveLength(3)
    const changed = cut.compare(`Before it all. ${walk.join(' ').replace('house 30 ', 'barn thirty ')}`)
    expect(changed.map(({ kind }) => kind)).toEqual(['changed', 'changed', 'same'])
    const list = aCourse(walk.map((step) => `- ${step}`).join('\n'), 3)
    const items = list.compare(
      walk
        .map((step) => `- ${step}`)
        .join('\n')
        .replace('house 59', 'barn'),
    )
    expect(items.map(({ kind }) => kind)).toEqual(['same', 'same', 'changed'])
  })

  it('refuses an article that has nothing left', () => {
    expect(() => course.compare('   ')).toThrow(ArticleError)
  })
})

const bench = 'test/bench/split/articles'
const articles = readdirSync(bench)
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(`${bench}/${name}`, 'utf8'))
const anyOfThem = fc.oneof(anyArticle, fc.constantFrom(...articles))
const wish = fc.integer({ min: 1, max: 8 })
const isNothing = (error: unknown) => error instanceof ArticleError

/** A change as people make them: a paragraph dropped, added, written anew, or moved. */
const anyChange = fc.array(
  fc.tuple(fc.constantFrom('drop', 'add', 'rewrite', 'move', 'section'), fc.nat(), fc.nat()),
  { minLength: 1, maxLength: 6 },
)
function apply(markdown: string, steps: [string, number, number][]): string {
  const passages = markdown.split(/\n{2,}/)
  for (const [what, a, b] of steps) {
    const at = a % (passages.length + 1)
    if (what === 'drop') passages.splice(at, 1)
    if (what === 'add') passages.splice(at, 0, `Something new about ${a} and ${b} was put in here.`)
    if (what === 'rewrite') passages.splice(at, 1, `Said in other words: ${b}, and then ${a}.`)
    if (what === 'move') passages.splice(b % (passages.length + 1), 0, ...passages.splice(at, 1))
    if (what === 'section') passages.splice(at, 0, `## About ${a}`, `All there is to say about ${b}.`)
  }
  return passages.join('\n\n')
}

describe('for any article', () => {
  it('comparing it with itself finds nothing', () => {
    fc.assert(
      fc.property(anyOfThem, wish, (markdown, lessons) => {
        const kinds = new Set(
          aCourse(markdown, lessons)
            .compare(markdown)
            .map(({ kind }) => kind),
        )
        expect([...kinds]).toEqual(['same'])
      }),
      { numRuns: 40 },
    )
  })

  it('changing one paragraph changes one lesson', () => {
    fc.assert(
      fc.property(anyOfThem, wish, fc.nat(), fc.boolean(), (markdown, lessons, pick, whole) => {
        const course = aCourse(markdown, lessons)
        const { blocks } = read(anArticle(markdown))
        const starts = course.old.lessons.map(({ start }) => start)
        const paragraphs = blocks.filter(
          ({ kind, start, end }) => kind === 'paragraph' && !starts.some((at) => at > start && at < end),
        )
        const paragraph = paragraphs[pick % paragraphs.length]!
        fc.pre(paragraph !== undefined)
        const text = whole ? 'Nothing of that remains' : 'Differently put'
        const changed = `${markdown.slice(0, paragraph.start)}${text} ${whole ? '' : markdown.slice(paragraph.start, paragraph.end)}${markdown.slice(paragraph.end)}`
        const changes = course.compare(changed).filter(({ kind }) => kind !== 'same')
        const lesson = course.old.lessons.findLastIndex(({ start }) => start <= paragraph.start)
        expect(kindsOf(changes)).toEqual([['changed', course.old.lessons[Math.max(0, lesson)]!.key]])
      }),
      { numRuns: 60 },
    )
  })

  it('loses no passage of the changed article, and shows what it was and what it is', () => {
    fc.assert(
      fc.property(anyOfThem, wish, anyChange, fc.nat(), (markdown, lessons, steps, pick) => {
        const course = aCourse(markdown, lessons)
        const changed = apply(markdown, steps)
        let blocks: ReturnType<typeof read>['blocks']
        try {
          blocks = read(anArticle(changed)).blocks
        } catch (error) {
          fc.pre(!isNothing(error))
          throw error
        }
        const edited = course.written[pick % course.written.length]!.key
        const changes = course.compare(changed, { [edited]: (text) => `${text}\n\nIn my own words.` })
        const texts = new Map(course.written.map(({ key, markdown }) => [key, markdown]))
        const kept = changes.flatMap((change) => {
          if (change.kind === 'new') return [change.lesson.body]
          if (change.kind === 'gone') return []
          return ['proposed' in change ? change.proposed : texts.get(change.key)!]
        })
        // A heading that is the subject and a question that is the prompt stand apart, and were there before.
        const apart = course.old.lessons.flatMap(({ body }) =>
          passagesOf(body).filter((_, i, all) => i === 0 || i === all.length - 1),
        )
        const there = [...kept.flatMap(passagesOf), ...apart].map(({ normal }) => normal).join('\n')
        for (const block of blocks.filter(({ kind }) => kind !== 'divider')) {
          const places =
            block.kind === 'list' ? block.items.map(({ start }) => start) : sentencePlaces(changed, block)
          for (const [i, start] of places.entries()) {
            const { normal } = passageOf(changed, {
              kind: block.kind,
              start,
              end: places[i + 1] ?? block.end,
            })
            expect(there).toContain(normal)
          }
        }
        for (const change of changes) {
          if (!('passages' in change) || change.kind === 'new') continue
          const old = course.old.lessons.find(({ key }) => key === change.key)!
          const bare = (text: string) => text.replace(/\s+/g, '')
          const was = change.passages.flat().filter(({ added }) => !added)
          expect(bare(was.map(({ text }) => text).join(''))).toBe(bare(old.body))
        }
        const kind = changes.find((change) => change.kind !== 'new' && change.key === edited)!
        expect(['edited', 'both', 'gone']).toContain(kind.kind)
        if (kind.kind === 'gone') expect(kind.edited).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  it('compares a book without trouble', () => {
    const book = (changed: (i: number) => string) =>
      Array.from(
        { length: 600 },
        (_, i) => `${i % 10 === 0 ? `## Chapter ${i}\n\n` : ''}${about(changed(i), 6)} ${i}`,
      ).join('\n\n')
    const course = aCourse(
      book((i) => `word${i % 97}`),
      30,
    )
    const started = performance.now()
    const kinds = course
      .compare(book((i) => (i % 3 === 0 ? `other${i % 89}` : `word${i % 97}`)))
      .map(({ kind }) => kind)
    expect(new Set(kinds)).toEqual(new Set(['changed']))
    expect(performance.now() - started).toBeLessThan(30_000)
  })
})
