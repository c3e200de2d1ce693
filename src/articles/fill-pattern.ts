/** A sentence of a `Wording` with its theme, said to somebody as politely as the article does. */
export interface Address {
  isFormal: boolean
}

/**
 * The theme in that of several sentences which the course has least often. Undefined if it has all of them with this
 * very theme.
 */
export function fillLeastUsed(
  patterns: string[],
  theme: string,
  { isFormal }: Address,
  taken: ReadonlySet<string>,
): string | undefined {
  const uses = (pattern: string) => {
    const shape = shapeOf(pattern, isFormal)
    return [...taken].filter((prompt) => shape.test(prompt)).length
  }
  return patterns
    .filter((pattern) => theme !== '' || !isAbout(pattern))
    .map((pattern) => ({ prompt: fill(pattern, theme, isFormal), uses: uses(pattern) }))
    .filter(({ prompt }) => !taken.has(prompt))
    .sort((a, b) => a.uses - b.uses)[0]?.prompt
}

/** Has a place for a theme. */
export const isAbout = (pattern: string) => pattern.includes('{}')

const fill = (pattern: string, theme: string, isFormal: boolean) =>
  pattern
    .replace(/\{([^{}|]*)\|([^{}|]*)\}/g, (_, familiar: string, formal: string) =>
      isFormal ? formal : familiar,
    )
    .replaceAll('{}', () => theme)

/** What every prompt made with `pattern` looks like. */
const shapeOf = (pattern: string, isFormal: boolean) =>
  new RegExp(
    `^${fill(pattern, '\0', isFormal)
      .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
      .replaceAll('\0', '.+')}$`,
    'su',
  )
