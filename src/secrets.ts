/**
 * What SECRET_KEY protects: sealed bodies (AES-256-GCM, key id in front, so keys can be rotated), tokens in links
 * and reply addresses, and the hash under which a suppressed address is remembered after its owner is erased.
 *
 * A token is the id it stands for, encrypted as one AES block under a key made for one purpose: nobody can guess
 * one (122 random bits behind it), it opens one kind of door only, and nothing of it needs to rest in the database.
 */
import { type Cipher, createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

export type TokenPurpose =
  | 'confirmation'
  | 'unsubscribe'
  | 'preferences'
  | 'reply'
  | 'reference'
  | 'answer'
  | 'view'
  | 'proof'

export interface Secrets {
  /** Seals UTF-8 text or bytes. The result carries the key's id, so `unseal` works after a rotation. */
  seal(plain: string | Buffer): Buffer
  /** Throws when the bytes were changed or the key is unknown. */
  unseal(sealed: Buffer): Buffer
  /** What everything sealed from now on begins with: four bytes. */
  readonly sealingKeyId: Buffer
  /** 26 characters of [a-z2-7] for a UUID: survives lower-casing and fits the local part of an address. */
  token(purpose: TokenPurpose, id: string): string
  /** The UUID behind a token, or undefined when it is malformed. With a foreign token: some UUID nobody has. */
  idOf(purpose: TokenPurpose, token: string): string[]
  /** A keyed hash of an address, the same for every spelling of its case. */
  hashOf(address: string): Buffer
  /** What `hashOf` is keyed with. It outlives the key it was derived from (`subscribers/address-key.ts`). */
  readonly addressKey: Buffer
  /** A value derived for another part (better-auth's secret, the mailbox's webhook secret). */
  derive(purpose: string, bytes?: number): Buffer
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * @param keys newest first; the first one seals, all of them open
 * @param kept.addressKey of this database, once it has one of its own; until then it is the oldest key's
 */
export function openSecrets(keys: readonly string[], kept: { addressKey?: Buffer } = {}): Secrets {
  const rings = keys.map(keyring)
  const newest = rings[0]
  const oldest = rings[rings.length - 1]
  if (!newest || !oldest) throw new Error('openSecrets needs at least one key')
  const addressKey = kept.addressKey ?? oldest.derive('addresses')

  return {
    sealingKeyId: newest.id,
    seal(plain) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', newest.derive('bodies'), iv)
      const body = Buffer.concat([cipher.update(plain), cipher.final()])
      return Buffer.concat([newest.id, iv, cipher.getAuthTag(), body])
    },
    unseal(sealed) {
      const ring = rings.find((r) => r.id.equals(sealed.subarray(0, 4)))
      if (!ring) throw new Error('sealed with a key that SECRET_KEY no longer names')
      const decipher = createDecipheriv('aes-256-gcm', ring.derive('bodies'), sealed.subarray(4, 16))
      decipher.setAuthTag(sealed.subarray(16, 32))
      return Buffer.concat([decipher.update(sealed.subarray(32)), decipher.final()])
    },
    token(purpose, id) {
      return toBase32(newest.tokenCipher(purpose).update(id.replaceAll('-', ''), 'hex'))
    },
    idOf(purpose, token) {
      const block = fromBase32(token.toLowerCase())
      if (!block) return []
      return rings.map((ring) => {
        const decipher = createDecipheriv(
          'aes-256-ecb',
          ring.derive(`token:${purpose}`),
          null,
        ).setAutoPadding(false)
        const hex = Buffer.concat([decipher.update(block), decipher.final()]).toString('hex')
        return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
      })
    },
    // Never the newest key, so that a suppression stays found after a rotation.
    hashOf: (address) => createHmac('sha256', addressKey).update(address.trim().toLowerCase()).digest(),
    addressKey,
    derive: (purpose, bytes = 32) => newest.derive(purpose, bytes),
  }
}

function keyring(key: string) {
  const derived = new Map<string, Buffer>()
  const derive = (purpose: string, bytes = 32) => {
    const known = derived.get(`${purpose}/${bytes}`)
    if (known) return known
    const made = Buffer.from(hkdfSync('sha256', key, 'lettercourse', purpose, bytes))
    derived.set(`${purpose}/${bytes}`, made)
    return made
  }
  // One block after the other under the same key: in this mode a cipher remembers nothing, so one serves all tokens.
  const tokenCiphers = new Map<TokenPurpose, Cipher>()
  const tokenCipher = (purpose: TokenPurpose) => {
    let cipher = tokenCiphers.get(purpose)
    if (!cipher) {
      cipher = createCipheriv('aes-256-ecb', derive(`token:${purpose}`), null).setAutoPadding(false)
      tokenCiphers.set(purpose, cipher)
    }
    return cipher
  }
  return { id: derive('key id', 4), derive, tokenCipher }
}

/** 128 bits, and 2 that are zero, are 26 characters of 5. */
function toBase32(bytes: Buffer): string {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xfff
    held += 8
    for (; held >= 5; held -= 5) text += ALPHABET[(bits >> (held - 5)) & 31]
  }
  return text + ALPHABET[(bits << (5 - held)) & 31]
}

function fromBase32(text: string): Buffer | undefined {
  if (!/^[a-z2-7]{26}$/.test(text)) return undefined
  let bits = 0n
  for (const char of text) bits = (bits << 5n) | BigInt(ALPHABET.indexOf(char))
  if (bits & 3n) return undefined
  return Buffer.from((bits >> 2n).toString(16).padStart(32, '0'), 'hex')
}
