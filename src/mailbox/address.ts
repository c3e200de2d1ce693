const BARE = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\]+$/

export interface Address {
  name: string
  address: string
}

/** Reads `email@example.com` or `Name <email@example.com>`; undefined for anything else. */
export function parseAddress(text: string): Address | undefined {
  const trimmed = text.trim()
  const named = /^([^<>\r\n]*)<([^<>\r\n]*)>$/.exec(trimmed)
  const address = (named ? named[2]! : trimmed).trim()
  if (!BARE.test(address)) return undefined
  const name = named ? named[1]!.trim().replace(/^"(.*)"$/, '$1') : ''
  return { name, address }
}

/** The bare address in lower case, which is how a mailbox is told from another. */
export const mailboxOf = (text: string): string => (parseAddress(text)?.address ?? text).toLowerCase()

export const domainOf = (text: string): string => mailboxOf(text).split('@').at(-1) ?? ''
