import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isTimezone } from '../schedule/local-time.ts'
import { simulate } from '../schedule/simulate.ts'
import { listSequenceFolders, loadSequenceFiles } from '../sequences/load-sequence-files.ts'
import { sendTime } from '../sequences/sequence.ts'
import { StartError } from '../start-error.ts'

const USAGE = 'lettercourse simulate SLUG --timezone ZONE --signup INSTANT [--send-time HH:MM] [--json]'

/** When each lesson of a sequence's files would go to one reader, by the functions that claim. */
export async function simulateCommand(args: string[]): Promise<number> {
  const { slug, timezone, signup, json, at } = read(args)
  if (!(await listSequenceFolders('sequences')).includes(slug))
    throw new StartError(
      `There is no folder sequences/${slug}. There are: ${(await listSequenceFolders('sequences')).join(', ')}.`,
    )
  const course = await loadSequenceFiles(join('sequences', slug))
  const sent = simulate({
    rule: {
      timezone,
      sendTime: at ?? course.sendTime,
      everyDays: course.everyDays,
      weekdays: course.weekdays,
    },
    firstLesson: course.firstLesson,
    confirmedAt: signup,
    lessons: course.lessons.map((lesson) => lesson.key),
  })
  console.log(
    json
      ? JSON.stringify(sent, null, 2)
      : sent.map(({ lesson, local, utc }) => `${local}  ${utc}  ${lesson}`).join('\n'),
  )
  return 0
}

function read(args: string[]) {
  const options = {
    timezone: { type: 'string' },
    signup: { type: 'string' },
    'send-time': { type: 'string' },
    json: { type: 'boolean' },
  } as const
  let parsed: ReturnType<
    typeof parseArgs<{ options: typeof options; allowPositionals: true; args: string[] }>
  >
  try {
    parsed = parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new StartError(`${(error as Error).message.split('. ')[0]}. Usage: ${USAGE}`)
  }
  const { values, positionals } = parsed
  const slug = positionals[0]
  if (!slug || positionals.length > 1) throw new StartError(`Name one sequence. Usage: ${USAGE}`)
  if (!values.timezone || !isTimezone(values.timezone))
    throw new StartError(
      `--timezone ${values.timezone ?? ''} is not a time zone; give one such as Europe/Berlin.`,
    )
  const signup = new Date(values.signup ?? '')
  if (!/(z|[+-]\d\d:?\d\d)$/i.test(values.signup ?? '') || Number.isNaN(signup.getTime()))
    throw new StartError('--signup must be an instant with its offset, such as 2027-03-10T19:00:00Z.')
  const at = values['send-time']
  if (at !== undefined && !sendTime.safeParse(at).success)
    throw new StartError(`--send-time ${at} is not a time; give one such as 08:00.`)
  return { slug, timezone: values.timezone, signup, json: values.json ?? false, at }
}
