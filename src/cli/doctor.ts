import { resolveMx, resolveTxt } from 'node:dns/promises'
import { PRODUCTION_NEEDS, readConfig, readEnvironment } from '../config.ts'
import { openDatabase } from '../db/open-database.ts'
import { StartError } from '../start-error.ts'

type Finding = { ok: boolean; text: string }

/** Says what production still needs, a line each; exits with 1 while something is missing. */
export async function doctor(_args: string[]): Promise<number> {
  const findings = [...nodeVersion(), ...environment(), ...(await database()), ...(await domains())]
  for (const { ok, text } of findings) console.log(`${ok ? 'ok      ' : 'missing '} ${text}`)
  const missing = findings.filter((finding) => !finding.ok).length
  console.log(
    missing === 0
      ? '\nReady for production.'
      : `\n${missing} to do before production. \`npm start\` works without any of it.`,
  )
  return missing === 0 ? 0 : 1
}

function nodeVersion(): Finding[] {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const ok = major > 20 || (major === 20 && minor >= 19)
  return [{ ok, text: `Node ${process.versions.node}${ok ? '' : ': needs 20.19 or newer'}` }]
}

function environment(): Finding[] {
  const env = readEnvironment()
  const needs = {
    RESEND_API_KEY: 'a full-access key from resend.com/api-keys (receiving needs full access)',
    DATABASE_URL: 'a PostgreSQL server; embedded Postgres is for trying things out',
    ...PRODUCTION_NEEDS,
  }
  const found = Object.entries(needs).map(([name, meaning]) => ({
    ok: Boolean(env[name]),
    text: env[name] ? `${name} is set` : `${name}: ${meaning}`,
  }))
  found.push({
    ok: true,
    text: env.REDIS_URL
      ? 'REDIS_URL is set'
      : 'REDIS_URL is not set: queues live in Postgres, which is fine below ~800 jobs/s',
  })
  if (env.PUBLIC_URL)
    found.push({
      ok: env.PUBLIC_URL.startsWith('https://'),
      text: `PUBLIC_URL ${env.PUBLIC_URL.startsWith('https://') ? 'is https' : 'must be https: one-click unsubscribe demands it (RFC 8058)'}`,
    })
  try {
    readConfig()
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    found.push({ ok: false, text: error.message })
  }
  return found
}

async function database(): Promise<Finding[]> {
  const { DATABASE_URL } = readEnvironment()
  if (!DATABASE_URL) return []
  try {
    const db = await openDatabase({ databaseUrl: DATABASE_URL })
    const { rows } = await db.pool.query<{ server_version_num: number }>(
      "select current_setting('server_version_num')::int as server_version_num",
    )
    await db.close()
    const version = rows[0]!.server_version_num
    return [
      {
        ok: version >= 140000,
        text: `Postgres ${Math.floor(version / 10000)} answers${version < 140000 ? ': needs 14 or newer' : ''}`,
      },
    ]
  } catch (error) {
    return [{ ok: false, text: (error as Error).message }]
  }
}

/** What DNS says of the sender's and the reply domain: SPF/DKIM alignment is Resend's page to show, DMARC and MX are ours to ask. */
async function domains(): Promise<Finding[]> {
  const env = readEnvironment()
  const findings: Finding[] = []
  const sender = env.MAIL_FROM?.match(/@([^>]+)/)?.[1]
  if (sender) {
    const records = (await resolveTxt(`_dmarc.${sender}`).catch(() => [])).map((parts) => parts.join(''))
    const ok = records.some((record) => /^v=DMARC1/i.test(record))
    findings.push({
      ok,
      text: ok
        ? `_dmarc.${sender} has a DMARC record`
        : `_dmarc.${sender} has no DMARC record that can be seen from here: Gmail, Yahoo and Outlook want one`,
    })
  }
  if (env.REPLY_DOMAIN) {
    const records = await resolveMx(env.REPLY_DOMAIN).catch(() => [])
    const ok = records.length > 0
    findings.push({
      ok,
      text: ok
        ? `${env.REPLY_DOMAIN} has an MX record`
        : `${env.REPLY_DOMAIN} has no MX record that can be seen from here: replies would not arrive`,
    })
  }
  return findings
}
