/** What every room is handed: configuration, database, mail, queues, secrets, clock and log, opened once per process. */
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Logger, pino } from 'pino'
import { type Clock, openClock } from './clock.ts'
import type { Config } from './config.ts'
import { migrate } from './db/migrate.ts'
import { type Database, openDatabase } from './db/open-database.ts'
import { type Jobs, openJobs } from './jobs/open-jobs.ts'
import { type Mail, openMail } from './mail/open-mail.ts'
import type { Secrets } from './secrets.ts'
import { openSecretsOf } from './subscribers/address-key.ts'

export interface Context {
  readonly config: Config
  readonly db: Database
  readonly mail: Mail
  readonly jobs: Jobs
  readonly secrets: Secrets
  readonly clock: Clock
  readonly log: Logger
  /** Called at named points of the way a mail takes, where the fault suite kills the process. Nothing else sets it. */
  readonly checkpoint?: (point: Checkpoint) => void
}

export type Checkpoint =
  | 'before claim commits'
  | 'after claim'
  | 'before call'
  | 'after call before record'
  | 'after record'

/**
 * Opens everything and migrates. What fails here is a StartError: one sentence for whoever started us.
 * @param onProgress told, in a line each, what takes its seconds
 */
export async function openContext(
  config: Config,
  onProgress: (line: string) => void = () => {},
): Promise<Context> {
  const log = pino({
    level: config.logLevel,
    // Nothing of a person and no token is ever logged on purpose; these paths catch what a library might attach.
    redact: [
      'email',
      'to',
      'token',
      '*.email',
      '*.to',
      '*.token',
      'err.config',
      'err.parameters',
      'err.detail',
    ],
  })
  const db = await openDatabase({
    databaseUrl: config.databaseUrl,
    dataDir: config.dataDir,
    onProgress,
  })
  await migrate(db.pool)
  const jobs = await openJobs({ redisUrl: config.redisUrl, pool: db.pool, log })
  const secrets = await openSecretsOf(db.kysely, config.secretKeys ?? [await ownSecretKey(config.dataDir)])
  const clock = await openClock(db.kysely, config.resend === undefined)
  return { config, db, jobs, secrets, clock, log, mail: openMail(mailOptions(config, secrets)) }
}

export async function closeContext({ jobs, db }: Context): Promise<void> {
  await jobs.close()
  await db.close()
}

/** Resend as configured, or the mailbox that this server mounts when there is no key. */
export function mailOptions(config: Config, secrets: Secrets) {
  return (
    config.resend ?? {
      apiKey: 're_mailbox',
      baseUrl: `http://localhost:${config.port}/mailbox/resend`,
      webhookSecret: `whsec_${secrets.derive('mailbox webhooks', 24).toString('base64')}`,
    }
  )
}

/** Without SECRET_KEY (never in production) a key is made on first start and kept beside the data. */
async function ownSecretKey(dataDir: string): Promise<string> {
  const path = join(dataDir, 'secret-key')
  const known = await readFile(path, 'utf8').catch(() => undefined)
  if (known) return known.trim()
  await mkdir(dataDir, { recursive: true })
  const made = randomBytes(32).toString('hex')
  await writeFile(path, made, { mode: 0o600, flag: 'wx' })
  return made
}
