interface Range {
  start: number
  end: number
}

/**
 * Throws unless the pieces are all of `markdown`, each once, in order, with only blank space between them.
 * A bug here would lose an author's words, so it is asserted on every split and not only in tests.
 */
export function checkCoverage(markdown: string, pieces: Range[]): void {
  const inOrder = pieces.toSorted((a, b) => a.start - b.start)
  let at = 0
  for (const { start, end } of inOrder) {
    if (start < at) throw new Error(`The split has characters ${start} to ${at} of the article twice.`)
    checkBlank(markdown, at, start)
    at = end
  }
  checkBlank(markdown, at, markdown.length)
}

function checkBlank(markdown: string, from: number, to: number): void {
  if (/\S/.test(markdown.slice(from, to))) {
    throw new Error(`The split has lost characters ${from} to ${to} of the article.`)
  }
}
