import { parseArgs } from 'node:util'
import { ArticleError } from '../articles/article.ts'
import { slug } from '../sequences/sequence.ts'

const USAGE = 'lettercourse split FILE|URL|- [--lessons N] [--minutes M] [--json] [--write SLUG]'

export type Wish = ReturnType<typeof readWish>

/** What is to be split and how. Throws ArticleError with one sentence that says what was not understood. */
export function readWish(args: string[]) {
  const { values, positionals } = parse(args)
  const [source, extra] = positionals
  if (source === undefined) throw new ArticleError(`Say what to split: ${USAGE}.`)
  if (extra !== undefined)
    throw new ArticleError(`Only one article is split at a time, but "${extra}" was given too: ${USAGE}.`)
  if (values.lessons !== undefined && values.minutes !== undefined) {
    throw new ArticleError('Give --lessons or --minutes, not both: each decides how long a lesson is.')
  }
  if (values.write !== undefined && !slug.safeParse(values.write).success) {
    throw new ArticleError(
      `"${values.write}" cannot be a course's name; use a-z, 0-9 and single hyphens, such as a-quiet-week.`,
    )
  }
  return {
    source,
    lessons: number('--lessons', values.lessons, /^\d+$/, 1, 200, 'a whole number from 1 to 200'),
    minutes: number('--minutes', values.minutes, /^\d*\.?\d+$/, 0.1, 120, 'a number from 0.1 to 120'),
    json: values.json,
    write: values.write,
  }
}

function parse(args: string[]) {
  const options = {
    lessons: { type: 'string' },
    minutes: { type: 'string' },
    json: { type: 'boolean', default: false },
    write: { type: 'string' },
  } as const
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new ArticleError(`${(error as Error).message.split(/[.\n]/)[0]}; use ${USAGE}.`)
  }
}

function number(
  option: string,
  value: string | undefined,
  shape: RegExp,
  least: number,
  most: number,
  what: string,
) {
  if (value === undefined) return undefined
  const read = Number(value)
  if (!shape.test(value) || read < least || read > most)
    throw new ArticleError(`${option} must be ${what}, not "${value}".`)
  return read
}
