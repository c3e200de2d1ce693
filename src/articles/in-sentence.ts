import type { Voice } from './voice.ts'

/**
 * A heading as it stands within a sentence: "Letting Go of the Rail" as "letting go of the rail". A word keeps its
 * capital if the article never writes it without one or, where the heading does not capitalise all, has one there.
 */
export function inSentence(heading: string, voice: Voice): string {
  const longer = heading.match(/(?<!\p{L})\p{L}{4,}/gu) ?? []
  const capitals = longer.filter((word) => /^\p{Lu}/u.test(word)).length
  const isTitleCase = longer.length > 1 && capitals / longer.length > 0.6 && voice.language === 'en'
  let isFirst = true
  return heading.replace(/\p{L}+/gu, (word) => {
    const mayLose = isFirst || isTitleCase
    isFirst = false
    return mayLose && word !== 'I' && !voice.names.has(word) && !/^\p{Lu}{2}/u.test(word)
      ? word.charAt(0).toLowerCase() + word.slice(1)
      : word
  })
}
