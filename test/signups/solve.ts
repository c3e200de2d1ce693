import { createHash } from 'node:crypto'
import type { Challenge } from '../../src/signups/proof-of-work.ts'

/** What the page's script does: tries numbers until one has the hash that was asked for. */
export function solve({ challenge, salt, algorithm, signature, maxnumber }: Challenge): string {
  for (let number = 0; number <= maxnumber; number++)
    if (
      createHash('sha256')
        .update(salt + number)
        .digest('hex') === challenge
    )
      return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }))
  throw new Error('no number solves it')
}
