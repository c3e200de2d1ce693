/** Looking for words in what somebody wrote, in any script: case, accents and width of letters make no difference. */

const folded = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replaceAll('ß', 'ss')
    .replace(/\s+/g, ' ')

/** The words looked for; what stands in quotation marks is one, spaces and all. */
export function termsOf(words: string): string[] {
  const terms = [...words.matchAll(/["“”„«»]([^"“”„«»]+)["“”„«»]|([^\s"“”„«»]+)/g)].map(([, quoted, word]) =>
    folded(quoted ?? word ?? '').trim(),
  )
  return [...new Set(terms.filter(Boolean))]
}

/** Whether every term is somewhere in these texts together; a part of a word will do. */
export function holdsAll(texts: string[], terms: string[]): boolean {
  const all = texts.map(folded)
  return terms.every((term) => all.some((text) => text.includes(term)))
}

export interface Passage {
  before: string
  found: string
  after: string
}

/** The first of the terms that is in the text, as it was written there, with what stands around it. */
export function passageOf(text: string, terms: string[], around = 90): Passage | undefined {
  const plain = text.replace(/\s+/g, ' ').trim()
  const { flat, places } = foldedWithPlaces(plain)
  for (const term of terms) {
    const at = flat.indexOf(term)
    if (at < 0) continue
    const { from } = places[at]!
    const { to } = places[at + term.length - 1]!
    return {
      before: (from > around ? '…' : '') + plain.slice(Math.max(0, from - around), from),
      found: plain.slice(from, to),
      after: plain.slice(to, to + around) + (to + around < plain.length ? '…' : ''),
    }
  }
  return undefined
}

/** Folding changes how long a text is: each unit of it remembers which letter, with its accents, it came from. */
function foldedWithPlaces(plain: string) {
  const places: { from: number; to: number }[] = []
  let flat = ''
  for (const { 0: letter, index } of plain.matchAll(/[\s\S]\p{M}*/gu)) {
    const units = folded(letter)
    flat += units
    for (let i = 0; i < units.length; i++) places.push({ from: index, to: index + letter.length })
  }
  return { flat, places }
}
