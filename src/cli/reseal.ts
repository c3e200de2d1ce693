import { readConfig } from '../config.ts'
import { closeContext, openContext } from '../context.ts'
import { reseal as resealEverything } from '../replies/reseal.ts'

/** A link in a mail works for so long, and is made with the newest key of its day. */
const LINKS_LIVE_MS = 180 * 86_400_000
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/**
 * `reseal`: after a new key was put in front of SECRET_KEY and every process restarted, seals everything at rest under it and says
 * when the old one may go. Exit code 1 while something is not under the new key.
 */
export async function reseal(args: string[]): Promise<number> {
  if (args.length > 0) {
    process.stderr.write('Usage: lettercourse reseal\n')
    return 2
  }
  const config = readConfig()
  const context = await openContext(config)
  try {
    const result = await resealEverything(context, new Date(), ({ table, column, done, of }) =>
      process.stdout.write(`${table}.${column}: ${done} of ${of}\n`),
    )
    const { resealed, unreadable, appeared, since } = result
    process.stdout.write(`${resealed} sealed anew.\n`)
    for (const { table, column, id } of unreadable)
      process.stderr.write(`Not opened by any key in SECRET_KEY: ${table}.${column} of ${id}\n`)
    if (appeared > 0)
      process.stderr.write(
        `${appeared} came in under an older key meanwhile: restart whatever still runs with it in front, then run this again.\n`,
      )
    if (!since) return 1
    process.stdout.write('Everything at rest is sealed under the newest key.\n')
    if ((config.secretKeys?.length ?? 1) > 1) process.stdout.write(oldKeyMayGo(since))
    return 0
  } finally {
    await closeContext(context)
  }
}

const oldKeyMayGo = (since: Date) =>
  `Links in mails sent before were made with the older key and live for 180 days: take it away after ${day.format(
    new Date(since.getTime() + LINKS_LIVE_MS),
  )}, or at once if it has leaked.\n`
