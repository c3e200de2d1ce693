/**
 * The only reader of the environment. Validated once at boot, frozen; every problem is named at once.
 * With nothing set, everything runs embedded: Postgres in `.data`, queues in it, and the mailbox instead of Resend.
 */
import { existsSync } from 'node:fs'
import { z } from 'zod'
import { StartError } from './start-error.ts'

// React and React Email are 3-4 times faster in production mode and decide at import, so this runs first.
process.env.NODE_ENV ||= 'production'

const url = (...protocols: string[]) =>
  z.string().refine(
    (value) => {
      try {
        return protocols.includes(new URL(value).protocol)
      } catch {
        return false
      }
    },
    `must be an address starting with ${protocols.map((p) => `${p}//`).join(' or ')}`,
  )

const domain = z
  .string()
  .regex(/^([a-z0-9-]+\.)+[a-z0-9-]+$/i, 'must be a domain, such as replies.example.com')

const sender = z
  .string()
  .regex(
    /^(?:[^<>"\r\n]+ <)?[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+>?$/,
    'must be like courses@example.com or Name <courses@example.com>',
  )

const environment = z.object({
  PORT: z.coerce
    .number('must be a number')
    .int()
    .min(0, 'must be between 0 and 65535')
    .max(65535, 'must be between 0 and 65535')
    .default(3000),
  PUBLIC_URL: url('http:', 'https:').optional(),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  REDIS_URL: url('redis:', 'rediss:').optional(),
  RESEND_API_KEY: z
    .string()
    .regex(/^re_\S+$/, 'must be a Resend key, which starts with re_')
    .optional(),
  RESEND_BASE_URL: url('http:', 'https:').optional(),
  RESEND_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_\S+$/, 'must start with whsec_')
    .optional(),
  MAIL_FROM: sender.optional(),
  REPLY_DOMAIN: domain.optional(),
  POSTAL_ADDRESS: z.string().min(8, 'must be a full postal address').optional(),
  SECRET_KEY: z
    .string()
    .refine((keys) => keys.split(',').every((key) => key.trim().length >= 32), {
      error: 'must be at least 32 characters, each key of several too (try: openssl rand -hex 32)',
    })
    .optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).optional(),
})

/** What production cannot do without; `doctor` names them too. */
export const PRODUCTION_NEEDS = {
  PUBLIC_URL: 'the https address people reach this server at',
  RESEND_WEBHOOK_SECRET: 'the signing secret of the webhook you made at resend.com/webhooks',
  MAIL_FROM: 'a sender at your verified domain, such as Lessons <courses@example.com>',
  REPLY_DOMAIN: 'the domain whose MX points to Resend, such as replies.example.com',
  POSTAL_ADDRESS: 'your postal address, which the law wants in every mail',
  SECRET_KEY: 'a long random text that seals replies and links (openssl rand -hex 32)',
} as const

export interface Config {
  readonly port: number
  /** Without a trailing slash. */
  readonly publicUrl: string
  readonly dataDir: string
  readonly databaseUrl?: string
  readonly redisUrl?: string
  /** Absent: mail goes to the mailbox, the local stand-in of Resend. */
  readonly resend?: { readonly apiKey: string; readonly baseUrl?: string; readonly webhookSecret: string }
  readonly mailFrom: { readonly name: string; readonly address: string }
  readonly replyDomain: string
  readonly postalAddress: string
  /** Newest first; absent: one is made and kept in `dataDir`. */
  readonly secretKeys?: readonly string[]
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** Reads and checks the environment (and `.env`, where there is one). Throws a StartError naming all that is wrong. */
export function readConfig(env: Record<string, string | undefined> = readEnvironment()): Config {
  const present = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = environment.safeParse(present)
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  if (present.RESEND_API_KEY)
    for (const [name, meaning] of Object.entries(PRODUCTION_NEEDS))
      if (!present[name]) problems.push(`${name} is missing: ${meaning}`)
  if (present.RESEND_BASE_URL && !present.RESEND_API_KEY)
    problems.push('RESEND_BASE_URL needs RESEND_API_KEY beside it')
  if (problems.length > 0 || !parsed.success)
    throw new StartError(
      `The environment is not right: ${problems.join('; ')}. (.env.example explains each variable.)`,
    )
  return toConfig(parsed.data)
}

function toConfig(env: z.infer<typeof environment>): Config {
  const [, name, address] =
    /^(?:(.*?) <)?([^<>]+?)>?$/.exec(env.MAIL_FROM ?? 'Lettercourse <courses@lettercourse.localhost>') ?? []
  return Object.freeze({
    port: env.PORT,
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    resend: env.RESEND_API_KEY
      ? {
          apiKey: env.RESEND_API_KEY,
          baseUrl: env.RESEND_BASE_URL,
          webhookSecret: env.RESEND_WEBHOOK_SECRET ?? '',
        }
      : undefined,
    mailFrom: { name: name ?? 'Lettercourse', address: address ?? '' },
    replyDomain: (env.REPLY_DOMAIN ?? 'replies.lettercourse.localhost').toLowerCase(),
    postalAddress: env.POSTAL_ADDRESS ?? 'Your postal address goes here (POSTAL_ADDRESS)',
    secretKeys: env.SECRET_KEY?.split(',').map((key) => key.trim()),
    // Beside the mailbox somebody looks at the terminal: only what they must know.
    logLevel: env.LOG_LEVEL ?? (env.RESEND_API_KEY ? 'info' : 'error'),
  })
}

/** The variables as they are, unchecked, `.env` included; for `doctor`, which explains rather than refuses. */
export function readEnvironment(): Record<string, string | undefined> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return process.env
}
