import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { countWords } from '../../src/articles/words.ts'
import { checkPersonalFields } from '../../src/deliveries/personal-fields.ts'
import { loadSequenceFiles } from '../../src/sequences/load-sequence-files.ts'

const folder = 'sequences/wanting-to-be-wanted'
const { lessons } = await loadSequenceFiles(folder)

describe('the first course', () => {
  it('has seven lessons, each of 250 to 500 words with its own question', () => {
    expect(lessons).toHaveLength(7)
    for (const { key, markdown, prompt } of lessons) {
      expect(countWords(markdown), key).toBeGreaterThanOrEqual(250)
      expect(countWords(markdown), key).toBeLessThanOrEqual(500)
      expect(prompt, key).toMatch(/^[^?]*\?$/)
      expect(checkPersonalFields(markdown), key).toEqual([])
    }
    expect(new Set(lessons.map(({ prompt }) => prompt)).size).toBe(7)
  })

  it('names a way to help wherever it touches despair', () => {
    const texts = [...lessons.map(({ markdown }) => markdown), readFileSync(`${folder}/article.md`, 'utf8')]
    for (const text of texts.filter((one) =>
      /want(ed)? to (die|live)|not being here|frightened of your own/.test(one),
    )) {
      expect(text).toContain('findahelpline.com')
    }
  })
})
