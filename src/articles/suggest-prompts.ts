import { fillLeastUsed } from './fill-pattern.ts'
import { type LessonNames, lessonThemes } from './lesson-themes.ts'
import type { Block } from './outline.ts'
import { plain } from './plain-words.ts'
import type { Voice } from './voice.ts'
import type { Wording } from './wording/wording.ts'

/**
 * Questions formed from what a lesson is about, the best first, none of which is in `taken`; as far as they reach, in
 * sentences that none of those in `taken` has. None in a language that nothing is known of, or if the lesson is there
 * for somebody in danger.
 */
export function suggestPrompts(
  blocks: Block[],
  names: LessonNames,
  voice: Voice,
  taken: ReadonlySet<string>,
): string[] {
  if (!voice.wording || isForSomebodyInDanger(blocks, voice.wording)) return []
  const prompts = new Set<string>()
  for (const { patterns, text } of lessonThemes(blocks, names, voice, taken.size)) {
    const prompt = fillLeastUsed(patterns, text, voice, new Set([...taken, ...prompts]))
    if (prompt) prompts.add(prompt)
  }
  return [...prompts]
}

function isForSomebodyInDanger(blocks: Block[], wording: Wording): boolean {
  const prose = blocks.filter(({ kind }) => kind !== 'heading')
  const words = (some: Block[]) => some.reduce((sum, block) => sum + block.words, 0)
  const careful = prose.filter(({ text }) => wording.danger.test(plain(text)))
  return words(careful) > words(prose) / 2
}
