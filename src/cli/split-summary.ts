import type { Article } from '../articles/article.ts'
import { coverageOf } from '../articles/coverage-of.ts'
import type { Split } from '../articles/split-article.ts'

/** Below this a heading may well be none. */
const SURE = 0.7

/** A split for people: its lessons, the proof that nothing is lost, and what to look at. */
export function splitSummary(article: Article, split: Split, folder: string | undefined): string {
  const words = split.lessons.reduce((sum, lesson) => sum + lesson.words, 0)
  const look = [...split.warnings, ...doubtful(article)]
  const lines = [
    split.title,
    `${split.lessons.length} ${split.lessons.length === 1 ? 'lesson' : 'lessons'}, ${words} words`,
    '',
    ...split.lessons.flatMap(({ title, words, minutes, prompt, suggested }, i) => [
      `${String(i + 1).padStart(3)}. ${title}  (${words} words, ${minutes} min)`,
      prompt === null ? '     no prompt' : `     ${suggested ? 'suggested' : 'its own'} prompt: ${prompt}`,
    ]),
    '',
    ...proof(article, split),
    ...(look.length > 0 ? ['', 'Please look at:', ...look.map((each) => `  - ${each}`)] : []),
    '',
    folder ? `Written to ${folder}.` : 'Nothing was written; add --write SLUG to make it a course.',
  ]
  return `${lines.join('\n')}\n`
}

/** The source's passages as they came, held against the lessons. */
function proof(article: Article, { lessons, leftOut }: Split): string[] {
  const { passages, inLessons, leftOut: out, missing, twice } = coverageOf(article, lessons, leftOut)
  const lost = missing.length + twice.length
  const all = passages === 1 ? 'The one passage is here' : `All ${passages} passages are here`
  const where =
    out === 0
      ? `${passages === 1 ? 'in a lesson' : 'in lessons, in order'}${leftOut.length > 0 ? '; left out besides:' : '.'}`
      : `${inLessons} in lessons, in order, ${out} left out:`
  return [
    ...(lost > 0
      ? [
          `Of ${passages} passages, ${missing.length} could not be found in the lessons and ${twice.length} are there twice; please report this:`,
          ...[...missing, ...twice].map((text) => `  - ${short(text)}`),
          ...(leftOut.length > 0 ? ['Left out:'] : []),
        ]
      : [`${all}: ${where}`]),
    ...leftOut.map(({ text, reason }) => `  - ${short(text)} (${reason.replace(/\.$/, '')})`),
  ]
}

const doubtful = ({ headings }: Article): string[] =>
  headings
    .filter(({ confidence }) => confidence < SURE)
    .map(
      ({ text, because }) =>
        `“${short(text)}” was taken for a heading (${because.join(', ')}), and may be none.`,
    )

const short = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= 70 ? line : `${line.slice(0, 69)}…`
}
