import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameLesson } from '../../src/articles/name-lesson.ts'
import { outline } from '../../src/articles/outline.ts'
import { voiceOf } from '../../src/articles/voice.ts'
import { anyArticle } from './an-article.ts'

// As the first thing in an article would be its title.
const blocksOf = (markdown: string) => outline(`x\n\n${markdown}`).blocks.slice(1)
const nameOf = (markdown: string, taken: string[] = [], course?: string) =>
  nameLesson(blocksOf(markdown), course, new Set(taken))

describe('a lesson under a heading', () => {
  it.each([
    ['## 3. Sleep on it', 'Sleep on it'],
    ['## 3) Sleep on it', 'Sleep on it'],
    ['## III. Sleep on it', 'Sleep on it'],
    ['## Step 3: Sleep on it', 'Sleep on it'],
    ['## Day Two – The long way', 'The long way'],
    ['## Part 3: The road', 'The road'],
    ['## Schritt 2: Nachfragen', 'Nachfragen'],
    ['## Paso 2: Preguntar', 'Preguntar'],
    ['## 二、慢慢走', '慢慢走'],
    ['## 第三章　雨の日', '雨の日'],
    ['## When You Wish Your Ex Wanted You Back…', 'When You Wish Your Ex Wanted You Back'],
    ['## What do you hear?', 'What do you hear?'],
    ['## 7 ways to rest', '7 ways to rest'],
    ['## 1969 and after', '1969 and after'],
  ])('%s is called by it, without its number', (heading, title) => {
    const text: Record<string, string> = {
      N: 'Fragen Sie den Arzt, und zwar bevor Sie mit dem Vater reden. Das ist nicht leicht, aber es hilft allen, auch Ihnen selbst.',
      P: 'Hay que preguntar antes de que sea tarde. No es fácil, pero ayuda a todos, y también a los que no quieren hablar.',
    }
    const rest =
      text[title[0]!] ?? 'It was late, and the kitchen was cold. We left the dishes and went to bed.'
    expect(nameOf(`${heading}\n\n${rest}`)).toBe(title)
  })

  it('is called by the heading that most of it stands under', () => {
    expect(
      nameOf('## Short\n\nA word.\n\n## Long\n\nMany more words than that are here, and then some.'),
    ).toBe('Long')
  })

  it('is called by a phrase of its own if the heading says nothing', () => {
    expect(nameOf('## IV.\n\nThe wind leaned on the window. Nobody spoke for a long time.')).toBe(
      'The wind leaned on the window',
    )
    expect(nameOf('## Part 3\n\nThe wind leaned on the window. Nobody spoke for a long time.')).toBe(
      'The wind leaned on the window',
    )
  })

  it('is called by a phrase of its own if another lesson has the heading', () => {
    expect(
      nameOf('## The storm\n\nThe wind leaned on the window. Nobody spoke for a long time.', ['The storm']),
    ).toBe('The wind leaned on the window')
  })
})

describe('a lesson without a heading', () => {
  it.each([
    [
      'My grandmother never locked her door. It was not that she trusted people.',
      'My grandmother never locked her door',
    ],
    [
      'But my grandmother never locked her door, and nobody in the village thought it strange.',
      'My grandmother never locked her door',
    ],
    [
      'He came late. It rained. The letter lay on the kitchen table for nine years.',
      'The letter lay on the kitchen table for nine years',
    ],
    [
      '“Come in,” she said. The kitchen smelled of wet wool and oranges.',
      'The kitchen smelled of wet wool and oranges',
    ],
    [
      'When I was seven, my father bought a boat that nobody in our family knew how to sail, and he kept it in the garden.',
      'My father bought a boat',
    ],
    [
      'A railway is a promise about minutes, although the towns it joined had each kept their own time for centuries.',
      'A railway is a promise about minutes',
    ],
    [
      'Of all the tools in the drawer, the potato peeler is the one that I would save from a burning house, because it was hers.',
      undefined,
    ],
    [
      'Meine Großmutter schloss ihre Tür nie ab. Das lag nicht daran, dass sie den Leuten vertraute, sondern an der Tür.',
      'Meine Großmutter schloss ihre Tür nie ab',
    ],
    [
      'Aber der Brief lag neun Jahre auf dem Küchentisch, weil niemand ihn öffnen wollte. So war es bei uns, und so wäre es wohl geblieben, wenn nicht eines Abends die Nachbarin gekommen wäre.',
      'Der Brief lag neun Jahre auf dem Küchentisch',
    ],
    [
      'Mi abuela nunca cerraba la puerta con llave. No era que confiara en la gente, sino que la cerradura estaba rota.',
      'Mi abuela nunca cerraba la puerta con llave',
    ],
    [
      'Pero la carta estuvo nueve años sobre la mesa de la cocina, porque nadie quería abrirla.',
      'La carta estuvo nueve años sobre la mesa de la cocina',
    ],
    [
      'Ma grand-mère ne fermait jamais sa porte à clé. Ce n’était pas qu’elle faisait confiance aux gens du village.',
      'Ma grand-mère ne fermait jamais sa porte à clé',
    ],
    ['祖母は一度も戸に鍵をかけなかった。人を信じていたからではない。', '祖母は一度も戸に鍵をかけなかった'],
    [
      'しかし、手紙は九年のあいだ台所の机に置かれていた。だれも開けようとしなかったからだ。',
      '手紙は九年のあいだ台所の机に置かれていた',
    ],
    ['我的祖母从来不锁门。这并不是因为她相信别人。', '我的祖母从来不锁门'],
    [
      'لم تكن جدتي تقفل باب بيتها أبدا. كانت القرية صغيرة، وكان الناس يعرف بعضهم بعضا منذ زمن بعيد.',
      undefined,
    ],
  ])('is called by its most telling phrase: %s', (text, title) => {
    const name = nameOf(text)
    if (title) expect(name).toBe(title)
    expect(text.toLowerCase()).toContain(name.toLowerCase())
  })

  it('is called by what the rest of the article has less of', () => {
    const first = 'The bees came in May. The bees were loud and many. The neighbours had opinions about bees.'
    const second = 'The bees came again. The smoker is a tin with a bellows. The bees were loud.'
    const voice = voiceOf(blocksOf(`${first}\n\n${second}`))
    expect(nameLesson(blocksOf(second), undefined, new Set(), voice)).toBe(
      'The smoker is a tin with a bellows',
    )
  })

  it('takes the next best phrase if the best is taken, and no number', () => {
    const text = 'The wind leaned on the window. The keeper peeled potatoes in the dark.'
    const first = nameOf(text)
    const second = nameOf(text, [first])
    expect([first, second].sort()).toEqual([
      'The keeper peeled potatoes in the dark',
      'The wind leaned on the window',
    ])
  })

  it('that opens the course takes the course’s title only if it has no phrase', () => {
    expect(nameOf('Yes. No. Well.', [], 'The course')).toBe('The course')
    expect(nameOf('The wind leaned on the window. Yes.', [], 'The course')).toBe(
      'The wind leaned on the window',
    )
  })
})

it('a title is never empty, taken, longer than a line or cut within a word', () => {
  fc.assert(
    fc.property(anyArticle, fc.array(fc.constantFrom('A', 'Tea', 'So a')), (markdown, taken) => {
      const { blocks } = outline(markdown)
      const title = nameLesson(blocks, undefined, new Set(taken))
      expect(title).not.toBe('')
      expect(taken).not.toContain(title)
      const headings = blocks.filter(({ kind }) => kind === 'heading').map(({ text }) => text)
      if (!headings.some((heading) => heading.includes(title))) expect(title.length).toBeLessThanOrEqual(60)
      expect(nameLesson(blocks, undefined, new Set(taken))).toBe(title)
    }),
    { numRuns: 200 },
  )
})
