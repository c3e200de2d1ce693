import type { SplitLesson } from './split-article.ts'

/** Fewer words than this are one letter, not a course. */
export const SHORT = 150

/** What an author should look at, a sentence each. */
export function warningsFor(
  lessons: SplitLesson[],
  { target, asked, cut }: { target: number; asked: number | undefined; cut: boolean },
): string[] {
  const total = lessons.reduce((sum, { words }) => sum + words, 0)
  const without = lessons.filter((lesson) => lesson.prompt === null).length
  return [
    ...(total < SHORT
      ? [`The article has only ${total} words; that is one letter, and a course wants at least ${SHORT}.`]
      : []),
    ...(asked && lessons.length < asked
      ? [
          `${asked} lessons were asked for, but the article has places for only ${lessons.length} without tearing its paragraphs apart.`,
        ]
      : []),
    ...(cut
      ? ['A block longer than a lesson was cut, a list between its items or a paragraph between sentences.']
      : []),
    ...lessons.flatMap(({ words, title }, i) =>
      words > 2.5 * target
        ? [`Lesson ${i + 1}, "${title}", is long (${words} words), because it has no place to be cut.`]
        : [],
    ),
    ...lessons.flatMap(({ body }, i) => {
      const phrase = pagePhrase(body)
      return phrase
        ? [
            `Lesson ${i + 1} speaks as a web page does ("${phrase}"); a reader of mail may not know what is meant.`,
          ]
        : []
    }),
    ...(without > 0
      ? [
          `${without} of ${lessons.length} lessons have no prompt: they ask their reader nothing, and in this language none is formed; write one.`,
        ]
      : []),
  ]
}

/** Words that point at a page's comments, buttons or sidebar. */
function pagePhrase(body: string): string | undefined {
  return /(?:comments?|thoughts|questions|experience|story)[^.!?\n]{0,40} below|leave a comment|(?:leave|post|share|tell)[^.!?\n]{0,40} in the comments|subscribe to (?:my|our|the) (?:newsletter|blog)|click (?:here|below)|share this (?:post|article)/i.exec(
    body,
  )?.[0]
}
