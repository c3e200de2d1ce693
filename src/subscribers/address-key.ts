/**
 * The key that addresses are hashed with. What must not be mailed is remembered as such a hash, also when its owner is erased and
 * nobody can make it anew; so the key stays the same for a database's whole life, sealed in it like everything else, and
 * SECRET_KEY can be rotated for good.
 */
import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { openSecrets, type Secrets } from '../secrets.ts'
import { StartError } from '../start-error.ts'

export const ADDRESS_KEY = 'address_key'

/**
 * The secrets of this database. The first start with it keeps the address key; each later one proves by it that SECRET_KEY is the
 * one, or names the one, that the database was sealed with.
 * @throws StartError when it does not
 */
export async function openSecretsOf(db: Kysely<Schema>, keys: readonly string[]): Promise<Secrets> {
  const secrets = openSecrets(keys)
  await db
    .insertInto('settings')
    .values({ key: ADDRESS_KEY, value: sealedKey(secrets, secrets.addressKey) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { value } = await db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', ADDRESS_KEY)
    .executeTakeFirstOrThrow()
  try {
    return openSecrets(keys, { addressKey: secrets.unseal(Buffer.from(String(value), 'base64')) })
  } catch {
    throw new StartError(
      'This database was sealed with another key than SECRET_KEY (or the file secret-key in DATA_DIR) names: put that one behind the new one, with a comma between.',
    )
  }
}

/** As it stands in `settings`. */
export const sealedKey = (secrets: Secrets, addressKey: Buffer): string =>
  JSON.stringify(secrets.seal(addressKey).toString('base64'))
