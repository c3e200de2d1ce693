import type { Context } from '../context.ts'
import { type FileProblem, readSequenceFiles } from '../sequences/read-sequence-files.ts'
import { checkLessons, fieldProblems } from './check-lessons.ts'
import { lookOverLesson } from './look-over-lesson.ts'

export interface CheckedFiles {
  lessons: number
  /** Why the files are refused when a start takes them in. */
  problems: FileProblem[]
  /** What is taken in, but may not be meant so. */
  warnings: FileProblem[]
}

/** Everything there is to say about the files of one sequence, by file. */
export async function checkSequenceFiles(
  context: Pick<Context, 'config' | 'secrets'>,
  slug: string,
  files: ReadonlyMap<string, string>,
  now: Date,
): Promise<CheckedFiles> {
  const { settings, lessons, fileOf, listed, problems } = readSequenceFiles(files)
  const fileOfLesson = (key: string) => fileOf.get(key)!
  const wrong = settings
    ? await checkLessons(context, slug, { ...settings, lessons }, now)
    : lessons.flatMap((lesson) => fieldProblems(lesson).map((problem) => ({ key: lesson.key, problem })))

  const warnings = [...files.keys()]
    .filter((file) => file.endsWith('.md') && file !== 'article.md' && !listed.includes(file))
    .map((file) => ({ file, problem: 'is not listed in sequence.yaml, so it is no lesson' }))
  const asked = new Map<string, string>()
  for (const lesson of lessons) {
    const file = fileOfLesson(lesson.key)
    if (!wrong.some(({ key }) => key === lesson.key))
      warnings.push(...lookOverLesson(lesson).map((problem) => ({ file, problem })))
    if (!lesson.prompt) continue
    const other = asked.get(lesson.prompt)
    if (other) warnings.push({ file, problem: `asks what ${other} asks` })
    else asked.set(lesson.prompt, file)
  }
  return {
    lessons: lessons.length,
    problems: [
      ...problems,
      ...wrong.map(({ key, problem }) => ({ file: fileOfLesson(key), problem: bare(problem) })),
    ],
    warnings,
  }
}

const bare = (sentence: string) => sentence.replace(/\.$/, '')
