import { type Article, ArticleError } from './article.ts'
import { sentencePlaces } from './cut-block.ts'
import { placesIn } from './places.ts'
import { read, recut, type Split } from './split-article.ts'

/**
 * Lets lesson `index` (0 first) begin at `to`, an offset in the Markdown. Only it and the lesson before it change;
 * their words, minutes, titles and prompts follow. Throws ArticleError where no lesson may begin.
 */
export function moveBoundary(article: Article, split: Split, index: number, to: number): Split {
  const before = split.lessons[index - 1]
  const lesson = split.lessons[index]
  if (!before || !lesson)
    throw new ArticleError(`There is no boundary ${index}; the article has ${split.lessons.length} lessons.`)
  if (to <= before.start || to >= lesson.end) throw elsewhere()
  return at(article, split, [...startsOf(split).toSpliced(index, 1, to)])
}

/** Joins lesson `index` to the one before it. */
export function removeBoundary(article: Article, split: Split, index: number): Split {
  if (!split.lessons[index] || index === 0)
    throw new ArticleError('The first lesson has none before it to be joined to.')
  return at(article, split, startsOf(split).toSpliced(index, 1))
}

/** Lets one more lesson begin at `at`. */
export function addBoundary(article: Article, split: Split, offset: number): Split {
  const starts = startsOf(split)
  if (starts.includes(offset)) throw new ArticleError('A lesson begins there already.')
  return at(
    article,
    split,
    [...starts, offset].sort((a, b) => a - b),
  )
}

function at(article: Article, split: Split, starts: number[]): Split {
  const { blocks } = read(article)
  const offered = new Set(placesIn(blocks).map(({ offset }) => offset))
  const isPlace = (start: number) =>
    offered.has(start) ||
    blocks.some(
      (block) =>
        block.kind === 'paragraph' &&
        block.start < start &&
        start < block.end &&
        sentencePlaces(article.markdown, block).includes(start),
    )
  if (!starts.every(isPlace)) throw elsewhere()
  return recut(article, split, starts)
}

const startsOf = (split: Split) => split.lessons.map(({ start }) => start)

const elsewhere = () =>
  new ArticleError(
    'No lesson can begin there; choose a paragraph, a sentence or a list item between the two lessons.',
  )
