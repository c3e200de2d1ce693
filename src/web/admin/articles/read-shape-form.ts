import { type Cut, type Naming, offeredBy, type ShapedLesson } from '../../../articles/shape.ts'
import { fingerprint } from '../sequences/seen.tsx'

/** What the fields of one lesson hold, as typed. Fields are named after the place where their lesson begins. */
export interface TypedLesson {
  title: string
  /** `offered:` and the question, `words` or `nothing`. */
  choice: string
  words: string
}

export interface ShapeForm {
  version: number
  /** The button that was pressed: a cut, `save`, or `course` for going on. */
  pressed: Cut | 'save' | 'course'
  /** The lessons whose fields are not as they were shown. */
  typed: Map<number, TypedLesson>
  /** The same, as what is to be done. */
  namings: Map<number, Naming>
  problems: Map<number, string[]>
}

export const typedOf = (lesson: ShapedLesson): TypedLesson => ({
  title: lesson.title,
  choice:
    lesson.prompt === null
      ? 'nothing'
      : offeredBy(lesson).includes(lesson.prompt)
        ? `offered:${lesson.prompt}`
        : 'words',
  words: lesson.asks === 'words' ? (lesson.prompt ?? '') : '',
})

/** Tells whether the fields of a lesson were changed since they were shown. */
export const seenOf = (lesson: ShapedLesson): string => fingerprint(plain(typedOf(lesson)))

export function readShapeForm(data: FormData): ShapeForm {
  const text = (name: string) => String(data.get(name) ?? '')
  const typed = new Map<number, TypedLesson>()
  const namings = new Map<number, Naming>()
  const problems = new Map<number, string[]>()
  for (const name of data.keys()) {
    const start = /^seen-(\d{1,9})$/.exec(name)?.[1]
    if (start === undefined) continue
    const fields = plain({
      title: text(`title-${start}`),
      choice: text(`choice-${start}`),
      words: text(`words-${start}`),
    })
    if (fingerprint(fields) === text(name)) continue
    const place = Number(start)
    typed.set(place, fields)
    const wrong = problemsOf(fields)
    if (wrong.length > 0) problems.set(place, wrong)
    else namings.set(place, namingOf(fields))
  }
  const version = text('version')
  return {
    version: /^\d{1,9}$/.test(version) ? Number(version) : -1,
    pressed: pressedOf(text('do')),
    typed,
    namings,
    problems,
  }
}

/** `move 2 1234`, `join 2`, `begin 1234`, `course`; anything else saves and does no more. */
function pressedOf(value: string): ShapeForm['pressed'] {
  const [, verb, first, second] = /^(move|join|begin)(?: (\d{1,9}))(?: (\d{1,9}))?$/.exec(value) ?? []
  if (verb === 'move' && second !== undefined) return { do: 'move', index: Number(first), to: Number(second) }
  if (verb === 'join') return { do: 'join', index: Number(first) }
  if (verb === 'begin') return { do: 'begin', at: Number(first) }
  return value === 'course' ? 'course' : 'save'
}

/** A form's line ends are its own, and a title is one line however it was wrapped. */
const plain = ({ title, choice, words }: TypedLesson): TypedLesson => ({
  title: oneLine(title),
  choice: oneLine(choice),
  words: oneLine(words),
})
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

function problemsOf({ title, choice, words }: TypedLesson): string[] {
  return [
    ...(title === '' ? ['The lesson needs a title.'] : []),
    ...(title.length > 200 ? ['The title is longer than 200 characters.'] : []),
    ...(words.length > 1000 ? ['The question is longer than 1,000 characters.'] : []),
    ...(choice === 'words' && words === '' ? ['Your own question is chosen but not written yet.'] : []),
  ]
}

const namingOf = ({ title, choice, words }: TypedLesson): Naming => ({
  title,
  prompt: choice === 'nothing' ? null : choice === 'words' ? words : choice.replace(/^offered:/, ''),
})
