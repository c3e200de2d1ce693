import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPrompts } from '../../src/articles/find-prompts.ts'
import { outline } from '../../src/articles/outline.ts'
import { voiceOf } from '../../src/articles/voice.ts'
import { anyArticle } from './an-article.ts'

const promptsOf = (markdown: string, wish = {}) => findPrompts(outline(markdown).blocks, wish)
const english = 'You are with the ones that you love, and it is not the end of the day. '
const quiet = 'The river is wide here, and the road goes along it for a mile before it turns to the hills. '

describe('findPrompts', () => {
  it('takes the best of the questions a lesson asks its reader, and offers the others', () => {
    expect(
      promptsOf(
        `${english} Do you like tea? ${english} I would ask this: why do you stay in that house? ${english} What do you think? Share it below. ${english}`,
      ),
    ).toEqual({
      prompt: 'Why do you stay in that house?',
      suggested: false,
      alternatives: ['Do you like tea?'],
    })
  })

  it('prefers, of several as good, the question a lesson ends with', () => {
    expect(
      promptsOf(`${english} Where would you go for a year? ${english}\n\nWhat would you take with you?`)
        .prompt,
    ).toBe('What would you take with you?')
  })

  it('finds questions in lists and in headings that speak to the reader, but not in code', () => {
    expect(
      promptsOf(`${english}\n\n- Whom do you trust?\n- What do you never talk about?\n\n${english}`).prompt,
    ).toBe('Whom do you trust?')
    expect(promptsOf(`## What do you want to be remembered for?\n\n${english}${english}`)).toMatchObject({
      prompt: 'What do you want to be remembered for?',
      suggested: false,
    })
    expect(promptsOf(`${english}\n\n\`\`\`\nWho are you?\n\`\`\`\n\n${english}`).suggested).toBe(true)
  })

  it('does not take over what an interviewer asks, or the readers of an FAQ', () => {
    const interview = `## How did you learn to listen?\n\n${'I sat on the floor, and my teacher played, and I said what I had heard. '.repeat(3)}`
    expect(promptsOf(interview).prompt).not.toBe('How did you learn to listen?')
    const faq = `## How long do you keep the dough?\n\n${quiet}\n\n## Can I freeze it?\n\n${quiet}\n\n## What if my oven is small?\n\n${quiet}`
    const { prompt, suggested, alternatives } = promptsOf(faq)
    expect(suggested).toBe(true)
    expect([prompt, ...alternatives].join()).not.toMatch(/dough|freeze|oven/)
  })

  it('puts an author’s pull quote last, and leaves out one that somebody else signed', () => {
    expect(
      promptsOf(`${english}\n\n> What do you truly want?\n\n${english} Where do you feel safe?`),
    ).toEqual({
      prompt: 'Where do you feel safe?',
      suggested: false,
      alternatives: ['What do you truly want?'],
    })
    expect(promptsOf(`${english}\n\n> What do you truly want?\n>\n> — A. Poet\n\n${english}`).suggested).toBe(
      true,
    )
  })

  it('offers at most four others and none twice', () => {
    const asked = ['fear', 'want', 'miss', 'need', 'avoid', 'hope for'].map((verb) => `What do you ${verb}?`)
    const { prompt, alternatives } = promptsOf(
      `${english}${asked.join(' ')} What do you want, then? ${english}`,
    )
    expect(alternatives).toHaveLength(4)
    expect(new Set([prompt, ...alternatives]).size).toBe(5)
  })

  it('does not give a course the same question twice', () => {
    const text = `${english} Who are you? ${english}`
    expect(promptsOf(text, { taken: new Set(['Who are you?']) }).prompt).not.toBe('Who are you?')
  })
})

describe('a prompt formed from a lesson’s theme', () => {
  it('is marked as a suggestion, and so are the others', () => {
    const { prompt, suggested, alternatives } = promptsOf(`## The river\n\n${quiet}${quiet}`)
    expect(suggested).toBe(true)
    for (const one of [prompt, ...alternatives]) expect(one).toMatch(/^[“\p{Lu}].*\?$/u)
  })

  it.each([
    ['Listen to yourself', 'What would it take for you to listen to yourself?'],
    [
      '2. Look carefully at yourself — and at your plans',
      'What would it take for you to look carefully at yourself?',
    ],
    ['How to say no without being sorry', 'What would it take for you to say no without being sorry?'],
    ["Don't compare yourself with others", 'What would it take for you to not compare yourself with others?'],
    ['When You Are Tired of It All…', 'When you are tired of it all, what do you need most?'],
    [
      'You are allowed to rest',
      '“You are allowed to rest.” Where is that true for you, and where is it not?',
    ],
  ])('puts the heading "%s" into a sentence that it fits', (heading, prompt) => {
    expect(promptsOf(`## ${heading}\n\n${english}${english} All of it is yours.`).prompt).toBe(prompt)
  })

  it('asks what a person may be asked about the subject of the lesson', () => {
    const { prompt } = promptsOf(
      '## The long way\n\nThe ferry left the harbour at six. On the island the road was empty, and the hotel had lost the luggage of every passenger on the boat. A map was no help.',
    )
    expect(prompt).toBe('Which journey changed you, and where on the way did it happen?')
  })

  it('has another wording in each lesson of a course', () => {
    const taken = new Set<string>()
    for (let lesson = 1; lesson <= 30; lesson += 1) {
      const { prompt, suggested } = promptsOf(`## The bend number ${lesson}\n\n${quiet}`, { taken })
      expect(suggested).toBe(true)
      expect(taken.has(prompt!)).toBe(false)
      taken.add(prompt!)
    }
    const wordings = [...taken].map((prompt) => prompt.replace(/“.*?”/, '“”'))
    expect(new Set(wordings.slice(0, 7)).size).toBe(7)
  })

  it('quotes a heading that has quotation marks with single ones', () => {
    const taken = new Set<string>()
    for (let lesson = 0; lesson < 7; lesson += 1) {
      const { prompt } = promptsOf(`## The “river”\n\n${quiet}`, { taken })
      taken.add(prompt!)
      expect(prompt).not.toMatch(/“[^”]*“/)
    }
  })

  it('is none in a passage for somebody in danger', () => {
    expect(
      promptsOf(
        `## If you are in danger\n\n${english}\n\nYou can call a helpline in your country, or the emergency number. You should keep that number near you, and you should tell somebody that you trust.`,
      ),
    ).toEqual({ prompt: null, suggested: false, alternatives: [] })
  })

  it('does not quote from a passage about danger in any other lesson', () => {
    const { prompt, alternatives } = promptsOf(
      `${english.repeat(6)}\n\nYou wanted to end your life, and your life is worth more than you know.\n\n${english.repeat(6)}`,
    )
    expect(prompt).not.toBeNull()
    expect([prompt, ...alternatives].join()).not.toMatch(/end your life|worth more/)
  })
})

it('gives the first course’s article the questions a careful editor would choose', () => {
  const parts = readFileSync('sequences/wanting-to-be-wanted/article.md', 'utf8').split(/\n(?=## )/)
  const voice = voiceOf(outline(parts.join('\n')).blocks)
  for (const part of parts) {
    const { prompt, suggested, alternatives } = findPrompts(outline(`x\n\n${part}`).blocks, { voice })
    expect(prompt).toMatch(/\?$/)
    const text = part.replace(/[*\s]+/g, ' ').toLowerCase()
    if (!suggested) for (const own of [prompt!, ...alternatives]) expect(text).toContain(own.toLowerCase())
  }
})

it('any article gets the same prompts each time, its own ones in its own words', () => {
  fc.assert(
    fc.property(anyArticle, (markdown) => {
      const { blocks } = outline(markdown)
      const found = findPrompts(blocks)
      expect(findPrompts(blocks)).toEqual(found)
      expect(found.alternatives.length).toBeLessThanOrEqual(4)
      expect(found.suggested && found.prompt === null).toBe(false)
    }),
    { numRuns: 200 },
  )
})
