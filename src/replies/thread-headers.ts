/**
 * RFC 5322, 3.6.4: a mail names the message it answers, the last of these, and the thread it stands in. Theirs came from a
 * stranger and goes into a header; one written on the web has none.
 */
export function threadHeaders(messageIds: (string | null)[]): Record<string, string> {
  const known = messageIds.filter((id) => id !== null && id.length <= 998 && /^<[!-;=?-~]+>$/.test(id))
  const nearest = known.at(-1)
  return nearest ? { 'In-Reply-To': nearest, References: known.join(' ') } : {}
}
