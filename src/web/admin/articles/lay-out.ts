import type { Article } from '../../../articles/article.ts'
import type { Block } from '../../../articles/outline.ts'
import { cutAt, placesIn } from '../../../articles/places.ts'
import type { Shape, ShapedLesson } from '../../../articles/shape.ts'
import { read } from '../../../articles/split-article.ts'

/** A lesson as the article reads there: its passages, and where its beginning may go. */
export interface LaidOut {
  lesson: ShapedLesson
  passages: Passage[]
  /** The nearest places before and after its beginning that it may be moved to. */
  up: number | undefined
  down: number | undefined
}

export interface Passage {
  start: number
  kind: Block['kind']
  text: string
  markdown: string
  /** A lesson may begin with it. */
  place: boolean
}

/** The whole article, lesson by lesson, in passages between which a lesson may begin. */
export function layOut(article: Article, { lessons }: Shape): LaidOut[] {
  const { blocks, definitions } = read(article)
  const offsets = placesIn(blocks).map(({ offset }) => offset)
  const places = new Set(offsets)
  const starts = lessons.map(({ start }) => start)
  const shown = blocks
    .flatMap((block) =>
      block.kind === 'list' && block.items.length > 1 ? block.items : cutAt(article.markdown, block, starts),
    )
    .map((block) => passageOf(article.markdown, block, definitions, places))
  return lessons.map((lesson, i) => {
    const before = lessons[i - 1]
    return {
      lesson,
      passages: withoutEdges(shown.filter(({ start }) => start >= lesson.start && start < lesson.end)),
      up: before && offsets.findLast((offset) => offset < lesson.start && offset > before.start),
      down: before && offsets.find((offset) => offset > lesson.start && offset < lesson.end),
    }
  })
}

function passageOf(
  markdown: string,
  block: Block,
  definitions: Map<string, string>,
  places: Set<number>,
): Passage {
  const { start, end, kind, text, needs } = block
  // A link needs what defines it; a footnote would be repeated below every passage that refers to it.
  const defining = needs.flatMap((label) => (label.startsWith('^') ? [] : (definitions.get(label) ?? [])))
  const own = markdown.slice(start, end)
  return { start, kind, text, markdown: [own, ...defining].join('\n\n'), place: places.has(start) }
}

/** Dividing lines where a lesson begins or ends are left out, and listed as such. */
function withoutEdges(passages: Passage[]): Passage[] {
  const isText = ({ kind }: Passage) => kind !== 'divider'
  return passages.slice(passages.findIndex(isText), passages.findLastIndex(isText) + 1)
}
