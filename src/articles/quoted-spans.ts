const CLOSES: Record<string, string> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '「': '」',
  '『': '』',
  '"': '"',
}

/**
 * Where somebody is quoted, marks included. A quotation that is not closed goes on to the end, as one does that runs
 * over several paragraphs.
 */
export function quotedSpans(text: string): [start: number, end: number][] {
  const spans: [number, number][] = []
  let open: { at: number; closes: string } | undefined
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at]!
    if (open) {
      if (!open.closes.includes(mark)) continue
      spans.push([open.at, at + 1])
      open = undefined
    } else if (CLOSES[mark] && opens(text, at)) open = { at, closes: CLOSES[mark] }
    else if (mark === '‘' && !/\p{L}/u.test(text[at - 1] ?? '') && SINGLE.test(text.slice(at)))
      open = { at, closes: '’' }
  }
  if (open && open.closes !== '’') spans.push([open.at, text.length])
  return spans
}

/** A straight mark after a letter or digit is a closing one whose fellow is missing, or inches. */
const opens = (text: string, at: number) => !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') || text[at] === '„'

/** ’ is an apostrophe too: only with a sentence's end inside is it sure to be speech. */
const SINGLE = /^‘[^‘]{1,300}[.?!,…]’/u

/** The quotation that `at` is inside of. */
export const spanAround = (spans: [number, number][], at: number) =>
  spans.find(([start, end]) => at > start && at < end)

/** What a text says itself, line by line, with `instead` of what it quotes. */
export const withoutQuotes = (text: string, instead = '') =>
  text
    .split('\n')
    .map((line) => {
      let rest = ''
      let from = 0
      for (const [start, end] of quotedSpans(line)) {
        rest += line.slice(from, start) + instead
        from = end
      }
      return rest + line.slice(from)
    })
    .join('\n')
