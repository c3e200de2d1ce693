/** Looking for words in what somebody wrote, in any script: case, accents and width of letters make no difference. */

const folded = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()

/** The words looked for; what stands in quotation marks is one, spaces and all. */
export function termsOf(words: string): string[] {
  const terms = [...words.matchAll(/["“„«]([^"”“»]+)["”“»]|(\S+)/g)].map(([, quoted, word]) =>
    folded(quoted ?? word ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  return [...new Set(terms.filter(Boolean))]
}

/** Whether every term is somewhere in these texts together; a part of a word will do. */
export function holdsAll(texts: string[], terms: string[]): boolean {
  const all = texts.map((text) => folded(text).replace(/\s+/g, ' '))
  return terms.every((term) => all.some((text) => text.includes(term)))
}

export interface Passage {
  before: string
  found: string
  after: string
}

/** What stands around the first of the terms that is in the text, as it was written. */
export function passageOf(text: string, terms: string[], around = 90): Passage | undefined {
  const plain = text.replace(/\s+/g, ' ').trim()
  // Folding may change how long a text is, so that each character is folded by itself and remembers where it stood.
  const places: number[] = []
  let flat = ''
  let at = 0
  for (const character of plain) {
    for (const unit of folded(character)) {
      flat += unit
      for (let i = 0; i < unit.length; i++) places.push(at)
    }
    at += character.length
  }
  for (const term of terms) {
    const found = flat.indexOf(term)
    if (found < 0) continue
    const from = places[found]!
    const to = places[found + term.length] ?? plain.length
    return {
      before: (from > around ? '…' : '') + plain.slice(Math.max(0, from - around), from),
      found: plain.slice(from, to),
      after: plain.slice(to, to + around) + (to + around < plain.length ? '…' : ''),
    }
  }
  return undefined
}
