import { mainHeading, saysNothing, withoutNumber } from './heading-text.ts'
import type { Block } from './outline.ts'
import { beginningPhrase, tellingPhrases } from './telling-phrase.ts'
import { type Voice, voiceOf } from './voice.ts'

/**
 * A title for the lesson made of `blocks`: the heading that most of its text stands under, without its number;
 * otherwise the most telling phrase of its first sentences. `taken` titles are not used again.
 */
export function nameLesson(
  blocks: Block[],
  courseTitle: string | undefined,
  taken: ReadonlySet<string>,
  voice: Voice = voiceOf(blocks),
): string {
  const opens = taken.size === 0 ? courseTitle : undefined
  for (const title of titles(blocks, opens, voice)) if (title && !taken.has(title)) return title
  const base = courseTitle ?? 'A letter'
  for (let number = 1; ; number += 1) {
    const title = number === 1 ? base : `${base} (${number})`
    if (!taken.has(title)) return title
  }
}

/** From the one to be preferred on, each made only if those before it are taken. */
function* titles(
  blocks: Block[],
  courseTitle: string | undefined,
  voice: Voice,
): Generator<string | undefined> {
  const heading = mainHeading(blocks)
  const bare = heading && withoutNumber(heading, voice.wording)
  const isHelpful = bare && !saysNothing(bare, voice.wording)
  if (isHelpful) yield bare
  yield* blocks
    .filter(({ kind }) => kind === 'heading')
    .map(({ text }) => withoutNumber(text, voice.wording))
    .filter((text) => !saysNothing(text, voice.wording))
  yield* tellingPhrases(blocks, voice)
  yield courseTitle
  if (heading && /\p{L}{3}/u.test(heading)) yield heading
  yield beginningPhrase(blocks, voice)
}
