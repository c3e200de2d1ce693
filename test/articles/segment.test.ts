import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutBlock } from '../../src/articles/cut-block.ts'
import { type Block, outline } from '../../src/articles/outline.ts'
import { segment, usualLength, type Wish } from '../../src/articles/segment.ts'

const words = (count: number, word = 'word') => `${Array(count).fill(word).join(' ')}.`
const join = (...paragraphs: string[]) => paragraphs.join('\n\n')

/** The first words of each lesson. */
function openings(markdown: string, wish: Partial<Wish> = {}): string[] {
  const whole = outline(markdown).blocks
  const total = whole.reduce((sum, block) => sum + block.words, 0)
  const target = wish.target ?? usualLength(total)
  const blocks = whole.flatMap((block) => cutBlock(markdown, block, 2 * target, target))
  return segment(blocks, { target, ...wish }).map((start) => blocks[start]!.text.slice(0, 24))
}

const ENGLISH = [
  'My grandmother kept bees behind the school. In winter she wrapped the hives in old coats, and on Sundays she read them the news.',
  'She never wore a veil. They knew her, she said, and besides it made her look like a bride.',
  'That was before the road.',
  'In 1974 the council bought the meadow. Men came with poles and string, and a machine that drank oil stood all summer by the gate.',
  'They were polite about it. One of them helped her to carry the hives across, and he was stung four times.',
  'But he came back for honey.',
  'Honey from a motorway tastes of lime trees. Somebody had planted four hundred along the embankment, to keep the noise out of the town.',
  'It sold better than the old kind had. The label still showed the meadow.',
]
const CHINESE = [
  '外婆在学校后面养蜂。冬天的时候，她用旧大衣把蜂箱包起来，星期天还给它们念报纸。',
  '她从来不戴面罩。她说，蜜蜂认得她，而且戴上面罩看起来像个新娘。',
  '一九七四年，镇上买下了那片草地。工人们带着木桩和绳子来了，一台喝油的机器整个夏天都停在门口。',
  '他们倒是很客气。其中一个人帮她把蜂箱搬过去，被蜇了四次。',
  '公路边的蜂蜜有椴树的味道。为了挡住噪音，有人沿着路堤种了四百棵椴树，每年六月都开满了花。',
  '这种蜜比以前的卖得更好。标签上画的还是那片草地。',
]
const JAPANESE = [
  '祖母は学校の裏でミツバチを飼っていた。冬には古い外套で巣箱を包み、日曜日には新聞を読んで聞かせた。',
  'それでも、彼女は一度も面布をかぶらなかった。蜂は私を知っているから、と言って笑っていた。',
  '昭和四十九年、町が草地を買い上げた。杭と縄を持った男たちが来て、大きな機械が夏じゅう門のそばに立っていた。',
  'しかし、彼らは礼儀正しかった。その一人は巣箱を運ぶのを手伝い、四回も刺された。',
  '高速道路の蜂蜜は菩提樹の味がする。騒音を防ぐために、誰かが土手に四百本の木を植えたのだ。',
  'これは昔の蜜よりよく売れた。その札には今も草地の絵が描いてある。',
]
const ARABIC = [
  'كانت جدتي تربي النحل خلف المدرسة. في الشتاء كانت تلف الخلايا بمعاطف قديمة، وفي أيام الأحد كانت تقرأ له الأخبار.',
  'لكنها لم تضع القناع يوما. وهي تقول إن النحل يعرفها جيدا، وإنها لا تريد أن تبدو كالعروس.',
  'في عام ١٩٧٤ اشترت البلدية المرج الأخضر. جاء الرجال بالأوتاد والحبال، ووقفت آلة كبيرة قرب البوابة طوال الصيف.',
  'وهذا لم يمنعهم من اللطف. ساعدها أحدهم في نقل الخلايا، ولسعه النحل أربع مرات.',
  'عسل الطريق السريع له طعم الزيزفون. زرع أحد الناس أربعمئة شجرة على جانب الطريق لتحجب الضجيج عن البلدة.',
  'لكن هذا العسل كان يباع أكثر من القديم. وهو ما زال يحمل صورة المرج على غلافه.',
]

describe('segment', () => {
  it('begins a lesson where the text begins something, and none where it goes on', () => {
    expect(openings(join(...ENGLISH), { lessons: 3 })).toEqual([0, 3, 6].map((i) => ENGLISH[i]!.slice(0, 24)))
  })

  it.each([
    ['Chinese', CHINESE],
    ['Japanese', JAPANESE],
    ['Arabic', ARABIC],
  ])('does so in %s', (_, paragraphs) => {
    const expected = [0, 2, 4].map((i) => paragraphs[i]!.slice(0, 24))
    expect(openings(join(...paragraphs), { lessons: 3 })).toEqual(expected)
  })

  it('cuts at headings before all when lessons are counted, those of the highest level first', () => {
    const section = (depth: number, size: number, name: string) =>
      join(`${'#'.repeat(depth)} ${name}`, words(size), words(size))
    const markdown = join(
      section(2, 40, 'A'),
      section(3, 160, 'a'),
      section(3, 90, 'b'),
      section(2, 60, 'B'),
      section(2, 200, 'C'),
    )
    expect(openings(markdown, { lessons: 3 })).toEqual(['A', 'B', 'C'])
    expect(openings(markdown, { lessons: 5 })).toEqual(['A', 'a', 'b', 'B', 'C'])
  })

  it('joins short sections with their neighbours when nothing was asked for', () => {
    const section = (name: string, size: number) => join(`## ${name}`, words(size), words(size))
    const markdown = join(
      section('One', 300),
      section('Two', 30),
      section('Three', 30),
      section('Four', 300),
      section('Five', 300),
    )
    const lessons = openings(markdown)
    expect(lessons).toContain('Four')
    expect(lessons).not.toContain('Three')
  })

  it.each([
    ['headings', (i: number) => `## ${i}. Do this\n\n${words(70)}`, (i: number) => `${i}. Do this`],
    ['steps', (i: number) => `Step ${i}: ${words(70, `way${i}`)}`, (i: number) => `Step ${i}: way${i} way`],
    ['a list', (i: number) => `${i}. ${words(70, `way${i}`)}`, (i: number) => `way${i} way${i} way${i} w`],
  ])('makes each piece of advice numbered by %s a lesson', (_, advice, opening) => {
    const numbers = [1, 2, 3, 4, 5]
    const lessons = openings(join(words(150), words(150), ...numbers.map(advice)))
    for (const i of numbers)
      expect(lessons.map((text) => text.slice(0, 14))).toContain(opening(i).slice(0, 14))
  })

  it('does not take a list of short steps apart', () => {
    const steps = Array.from({ length: 12 }, (_, i) => `${i + 1}. ${words(8, 'step')}`).join('\n')
    const markdown = join(words(200), 'Do it like this:', steps, words(200), words(200))
    for (const lesson of openings(markdown)) expect(lesson).not.toMatch(/^step/)
  })

  it('keeps lessons near the minutes that were asked for, headings or not', () => {
    const markdown = Array.from({ length: 30 }, (_, i) =>
      i % 5 ? words(80) : `## Part ${i}\n\n${words(80)}`,
    ).join('\n\n')
    const { blocks } = outline(markdown)
    const starts = segment(blocks, { target: 250, isAsked: true })
    for (const [i, start] of starts.entries()) {
      const length = blocks.slice(start, starts[i + 1]).reduce((sum, block) => sum + block.words, 0)
      expect(length).toBeGreaterThan(150)
      expect(length).toBeLessThan(350)
    }
  })

  it('gives a course of 3 to 30 lessons of three to five minutes where nothing was asked for', () => {
    const paragraphs = (count: number) => Array.from({ length: count }, () => words(80)).join('\n\n')
    expect(openings(paragraphs(10))).toHaveLength(3)
    expect(openings(paragraphs(60)).length).toBeGreaterThanOrEqual(5)
    expect(openings(paragraphs(60)).length).toBeLessThanOrEqual(7)
    expect(openings(paragraphs(1000))).toHaveLength(30)
    expect(usualLength(4000) / 230).toBeGreaterThan(3)
    expect(usualLength(20_000) / 230).toBeLessThan(5)
  })

  const block = fc.oneof(
    fc.integer({ min: 1, max: 90 }).map((count) => `So ${words(count)}`),
    fc.integer({ min: 1, max: 4 }).map((depth) => `${'#'.repeat(depth)} A heading`),
    fc.constantFrom(
      'Why is that?',
      'It goes like this:',
      '> Quoted.',
      '- one\n- two',
      '```\ncode\n```',
      '---',
      '茶はどこ？',
    ),
  )
  const article = fc
    .array(block, { minLength: 1, maxLength: 40 })
    .map((blocks) => `${blocks.join('\n\n')}\n\nAn end.\n`)
  const wish = fc.oneof(
    fc.record({ target: fc.integer({ min: 20, max: 900 }), isAsked: fc.boolean() }),
    fc.record({ target: fc.constant(100), lessons: fc.integer({ min: 1, max: 20 }) }),
  )

  it('tears no question from its answer, nothing from what announces it, and no text from its heading', () => {
    fc.assert(
      fc.property(article, wish, (markdown, wanted) => {
        const { blocks } = outline(markdown)
        const starts = segment(blocks, wanted)
        expect(starts[0]).toBe(0)
        for (const [i, start] of starts.entries()) {
          if (i === 0) continue
          expect(start).toBeGreaterThan(starts[i - 1]!)
          const before = blocks.slice(0, start).findLast(({ kind }) => kind !== 'divider') as Block
          expect(before.kind).not.toBe('heading')
          if (blocks[start]!.kind !== 'heading') expect(blocks[start - 1]!.text).not.toMatch(/[?？:]$/)
        }
      }),
    )
  })

  it('gives the same lessons for the same article', () => {
    fc.assert(
      fc.property(article, wish, (markdown, wanted) => {
        expect(segment(outline(markdown).blocks, wanted)).toEqual(segment(outline(markdown).blocks, wanted))
      }),
      { numRuns: 50 },
    )
  })
})
