import { describe, expect, it } from 'vitest'
import { findPrompts } from '../../src/articles/find-prompts.ts'
import { outline } from '../../src/articles/outline.ts'

const promptsOf = (markdown: string) => findPrompts(outline(markdown).blocks)
const english = 'You are with the ones that you love, and it is not the end of the day. '

describe('findPrompts', () => {
  it('takes the question a lesson ends with as its own', () => {
    expect(promptsOf(`${english}\n\nThe rest is up to you. So, what would you do?`)).toMatchObject({
      prompt: 'What would you do?',
      suggested: false,
    })
  })

  it('suggests a question asked on the way when the end is none', () => {
    const found = promptsOf(
      `${english} I would ask this: why do you stay? ${english} Do you like tea? ${english}`,
    )
    expect(found).toMatchObject({ prompt: 'Why do you stay?', suggested: true })
    expect(found.alternatives).toContain('Do you like tea?')
  })

  it('does not take over what somebody else is quoted as asking', () => {
    const found = promptsOf(`${english}\n\n“Why do you care?” she said.\n\n> And why do you?`)
    expect([found.prompt, ...found.alternatives].join()).not.toMatch(/why do you/i)
  })

  it('makes no prompt of a passage about danger', () => {
    const found = promptsOf(
      `${english}\n\nYou can call a helpline in your country. You should keep that number near you.`,
    )
    expect([found.prompt, ...found.alternatives].join()).not.toMatch(/helpline|number/)
  })

  it('finds questions in any language but makes none up outside English', () => {
    expect(promptsOf('Wir gehen jeden Tag. Was möchten wir morgen tun?').prompt).toBe(
      'Was möchten wir morgen tun?',
    )
    expect(promptsOf('Wir gehen jeden Tag zusammen spazieren.')).toEqual({
      prompt: null,
      suggested: false,
      alternatives: [],
    })
  })
})
