/**
 * A slot is a place for a reader's value in a mail that is rendered once for everybody. Before rendering, the
 * value is a marker: one word of ASCII letters and digits, which Markdown, URLs, HTML escaping and the text part
 * all leave as it is.
 */

const opening = 'zq0slot'
const closing = '0qz'

/** The marker to use in place of a value. `name` is of ASCII letters and digits; anything else throws. */
export function slot(name: string): string {
  if (!/^[a-z][a-z0-9]*$/i.test(name) || name.includes(closing)) throw new Error(`Not a slot name: ${name}`)
  return `${opening}${name}${closing}`
}

/** `text` split at its markers: static pieces and the slot names between them, one piece more than names. */
export function splitAtSlots(text: string): { pieces: string[]; names: string[] } {
  const parts = text.split(marker)
  return {
    pieces: parts.filter((_, i) => i % 2 === 0),
    names: parts.filter((_, i) => i % 2 === 1),
  }
}

/** `text` with every marker replaced by what `replacement` makes of its slot's name. */
export const replaceSlots = (text: string, replacement: (name: string) => string): string =>
  text.replace(marker, (_, name: string) => replacement(name))

/** True if `text` holds a marker or anything that could be taken for one. */
export const hasMarker = (text: string): boolean => text.toLowerCase().includes(opening)

/** Throws if a text that people wrote holds a marker: somebody's words would be replaced by a reader's value. */
export function refuseMarkers(text: string, where: string): void {
  if (hasMarker(text))
    throw new Error(`${where} contains "${opening}", a word that Lettercourse keeps for itself`)
}

const marker = new RegExp(`${opening}([a-z][a-z0-9]*?)${closing}`, 'gi')
