import type { Article } from './article.ts'
import { asWritten, lessonFrom } from './as-written.ts'
import { carryLessons } from './carry-lessons.ts'
import { lessonTexts } from './lesson-texts.ts'
import { passagesOf } from './passage.ts'
import type { Run } from './settle-new.ts'
import { read, recut, type SplitLesson } from './split-article.ts'
import { isChange, type Part, passageChanges } from './word-changes.ts'

/** An article as it was when lessons were made of it. */
export interface OldArticle {
  markdown: string
  /** `body` is what was made of `markdown` from `start` to `end`, as the split or as the course had it. */
  lessons: { key: string; start: number; end: number; body: string }[]
}

/**
 * What a changed article means for one lesson. `passages` shows what the article's change does to the lesson, `edits`
 * what people did to it since it was made; `proposed` is its Markdown made anew, which nobody has to take.
 * `start`: where it begins in the changed article. `moved`: as a whole it stands elsewhere there now.
 */
export type LessonChange =
  | { kind: 'same'; key: string; start: number; moved: boolean }
  /** The article changed and the lesson was not edited: nothing is lost by taking `proposed`. */
  | { kind: 'changed'; key: string; start: number; moved: boolean; passages: Part[][]; proposed: string }
  /** The lesson was edited, and the article says there what it said. */
  | { kind: 'edited'; key: string; start: number; moved: boolean; edits: Part[][] }
  /** Both changed: the lesson stays as it was edited unless somebody chooses `proposed`. */
  | {
      kind: 'both'
      key: string
      start: number
      moved: boolean
      passages: Part[][]
      edits: Part[][]
      proposed: string
    }
  /** Nothing of it is in the article any more. */
  | { kind: 'gone'; key: string; edited: boolean; passages: Part[][] }
  /** A part of the article that is in no lesson; `after` is the key of the lesson before, null at the beginning. */
  | { kind: 'new'; after: string | null; lesson: SplitLesson; passages: Part[][]; proposed: string }

/**
 * Compares a changed article with the lessons written from its older version, in the order of the changed one. Every
 * passage of it is in a lesson that stays as it is or in a proposal. A heading that became the subject and a question
 * that became the prompt stay apart while they are the same; changed ones come back into the text, to be seen.
 * Lessons in `written` that are not in `old` are not the article's and not mentioned; one that is not in `written` was
 * deleted, which is an edit. Throws ArticleError if the changed article has no text.
 */
export function compareArticle(
  old: OldArticle,
  written: { key: string; markdown: string }[],
  changed: Article,
): LessonChange[] {
  const lessons = old.lessons.toSorted((a, b) => a.start - b.start)
  const starts = lessons.map(({ start }) => start)
  const before = anArticle(old.markdown)
  const { runs, moved } = carryLessons({ markdown: old.markdown, blocks: read(before).blocks }, starts, {
    markdown: changed.markdown,
    blocks: read(changed).blocks,
  })
  const oldParts = partsAt(before, starts)
  const newParts = partsAt(
    changed,
    runs.map(({ start }) => start),
  )
  const partOf = ({ start }: Run) => newParts.get(start)!

  const changes = lessons.map((lesson, i): LessonChange => {
    const { key } = lesson
    const text = passagesOf(written.find((each) => each.key === key)?.markdown ?? '')
    const was = passagesOf(oldParts.get(lesson.start)?.body ?? lesson.body)
    const is = runs.filter((run) => run.lesson === i).flatMap((run) => passagesOf(partOf(run).body))
    const { made, edited, apart } = asWritten(was, lesson.body, text)
    const passages = passageChanges(was, is)
    if (is.length === 0) return { kind: 'gone', key, edited, passages }
    const place = { key, start: runs.find((run) => run.lesson === i)!.start, moved: moved.has(i) }
    if (!passages.some(isChange))
      return edited
        ? { kind: 'edited', ...place, edits: passageChanges(made, text) }
        : { kind: 'same', ...place }
    const proposed = lessonFrom(is, apart)
    return edited
      ? { kind: 'both', ...place, passages, edits: passageChanges(made, text), proposed }
      : { kind: 'changed', ...place, passages, proposed }
  })
  return inOrder(changes, runs, lessons, partOf)
}

/** Lessons by the place of their text, what is new between them, and what is gone behind the lesson it stood behind. */
function inOrder(
  changes: LessonChange[],
  runs: Run[],
  lessons: OldArticle['lessons'],
  partOf: (run: Run) => SplitLesson,
): LessonChange[] {
  const ordered: LessonChange[] = []
  let after: string | null = null
  for (const run of runs) {
    if (run.lesson === undefined) {
      const lesson = partOf(run)
      const passages = passageChanges([], passagesOf(lesson.body))
      const proposed = lessonTexts([lesson])[0]!.markdown
      ordered.push({ kind: 'new', after, lesson, passages, proposed })
      continue
    }
    after = lessons[run.lesson]!.key
    const change = changes[run.lesson]!
    if (!ordered.includes(change)) ordered.push(change)
  }
  for (const [i, change] of changes.entries())
    if (change.kind === 'gone') {
      const previous = changes[i - 1]
      ordered.splice(previous ? ordered.indexOf(previous) + 1 : 0, 0, change)
    }
  return ordered
}

/** The parts of an article that begin at `starts`, each with what a lesson made of it would be. */
function partsAt(article: Article, starts: number[]): Map<number, SplitLesson> {
  const whole = { title: '', lessons: [], leftOut: [], warnings: [] }
  const parts = recut(article, whole, starts).lessons
  // The first begins where the text does, whatever was asked for.
  return new Map(parts.map((part, i) => [i === 0 ? (starts[0] ?? part.start) : part.start, part]))
}

const anArticle = (markdown: string): Article => ({
  title: undefined,
  markdown,
  leftOut: [],
  passages: [],
  headings: [],
  warnings: [],
})
