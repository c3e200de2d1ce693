/**
 * Proof of work, without anybody else's server: the page's script finds the number whose hash we asked for, which costs a
 * reader's machine about a second once and somebody with a list of a million addresses a machine for two weeks. The
 * messages are those of the ALTCHA protocol (version 1, SHA-256), so its own widget could stand in for our script.
 */
import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Schema } from '../db/schema.ts'
import type { Secrets } from '../secrets.ts'

/** Half of this many hashes, on average: about half a second on a laptop, two or three on an old telephone. */
const HARDEST = 50_000
const LIVES_MS = 3_600_000

export interface Challenge {
  algorithm: 'SHA-256'
  /** Hex of SHA-256(salt + number). */
  challenge: string
  maxnumber: number
  salt: string
  signature: string
}

export function makeChallenge(secrets: Secrets, now: Date): Challenge {
  const expires = Math.floor((now.getTime() + LIVES_MS) / 1000)
  // The & ends the parameters: without it, digits of the number could be taken into `expires`.
  const salt = `${randomBytes(12).toString('hex')}?expires=${expires}&`
  const challenge = sha256(salt + randomInt(HARDEST))
  return { algorithm: 'SHA-256', challenge, maxnumber: HARDEST, salt, signature: sign(secrets, challenge) }
}

const solution = z.object({
  algorithm: z.literal('SHA-256'),
  challenge: z.string().regex(/^[0-9a-f]{64}$/),
  number: z.number().int().min(0),
  salt: z.string().regex(/^[0-9a-f]{24}\?expires=\d{1,12}&$/),
  signature: z.string().regex(/^[0-9a-f]{64}$/),
})

/**
 * Takes a solution (base64 of its JSON) once: false when it is wrong, of somebody else's making, too old, or was taken before.
 */
export async function spendProof(
  db: Kysely<Schema>,
  secrets: Secrets,
  payload: string,
  now: Date,
): Promise<boolean> {
  const solved = solution.safeParse(parse(payload)).data
  if (!solved) return false
  const expires = new Date(Number(/expires=(\d+)/.exec(solved.salt)![1]) * 1000)
  const ours = timingSafeEqual(Buffer.from(sign(secrets, solved.challenge)), Buffer.from(solved.signature))
  if (!ours || expires <= now || sha256(solved.salt + solved.number) !== solved.challenge) return false
  await db.deleteFrom('spent_proofs').where('expires_at', '<', now).execute()
  const spent = await db
    .insertInto('spent_proofs')
    .values({ challenge: solved.challenge, expires_at: expires })
    .onConflict((conflict) => conflict.doNothing())
    .returning('challenge')
    .executeTakeFirst()
  return spent !== undefined
}

function parse(payload: string): unknown {
  try {
    return JSON.parse(Buffer.from(payload.slice(0, 1000), 'base64').toString('utf8'))
  } catch {
    return undefined
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const sign = (secrets: Secrets, challenge: string) =>
  createHmac('sha256', secrets.derive('signup proof of work')).update(challenge).digest('hex')
