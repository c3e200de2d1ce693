/** A lesson's text as it was made from its part of the article, and whether anybody has changed it since. */
import { literal } from './lesson-texts.ts'
import { isDefinition, isHeading, isSame, type Passage, passagesOf } from './passage.ts'

/** What of the article's text the lesson does not repeat: its heading is the subject, its last question the prompt. */
interface Apart {
  heading?: Passage | undefined
  question?: Passage | undefined
}

export interface AsWritten {
  /** The passages that were written at first. */
  made: Passage[]
  edited: boolean
  apart: Apart
}

/**
 * @param part the article's text for this lesson
 * @param body what was made of it: the same, or without what stands apart
 * @param written what the lesson says now
 */
export function asWritten(part: Passage[], body: string, written: Passage[]): AsWritten {
  const heading = part.length > 1 && isHeading(part[0]!) ? part[0] : undefined
  const last = part.findLast((passage) => !isDefinition(passage))
  const question = last?.kind === 'paragraph' && last !== part[0] ? last : undefined
  const ways: Apart[] = [{}, { heading }, { question }, { heading, question }]
  const find = (text: Passage[]) => ways.find((apart) => isSameText(without(part, apart), text))

  const asMade = find(written)
  if (asMade) return { made: written, edited: false, apart: asMade }
  const bare = passagesOf(literal(body))
  const known = find(bare)
  // The splitter may have learnt something since, and make another text of the same part.
  if (!known && isSameText(bare, written)) return { made: written, edited: false, apart: {} }
  const apart = known === ways[0] ? probably(heading, question, written) : (known ?? {})
  return { made: known ? without(part, apart) : bare, edited: true, apart }
}

/** The lesson's text from a part of the article, without what stands apart where it is still the same. */
export function lessonFrom(part: Passage[], apart: Apart): string {
  return without(part, apart)
    .map(({ text }) => text)
    .join('\n\n')
}

function without(part: Passage[], { heading, question }: Apart): Passage[] {
  const end = part.findLastIndex((passage) => !isDefinition(passage))
  const left = part.filter(
    (passage, i) =>
      !(i === 0 && heading && isSame(passage, heading)) &&
      !(i === end && question && isSame(passage, question)),
  )
  // A lesson of nothing but its heading keeps it.
  return (left.length > 0 ? left : part).map((passage) => ({
    ...passage,
    text: literal(passage.text),
    normal: literal(passage.normal),
  }))
}

/** What seems to have been set apart, where only the whole part is known. */
function probably(heading: Passage | undefined, question: Passage | undefined, written: Passage[]): Apart {
  const isThere = (passage: Passage) => written.some((each) => isSame(each, passage))
  return {
    heading: heading && !isThere(heading) && !(written[0] && isHeading(written[0])) ? heading : undefined,
    question: question && !isThere(question) && /[?？؟]\W*$/u.test(question.normal) ? question : undefined,
  }
}

const isSameText = (a: Passage[], b: Passage[]) =>
  a.length === b.length && a.every((passage, i) => isSame(passage, b[i]!))
