/** More of a message's beginning than its headers take. */
const HEAD = 256 * 1024

/**
 * Whether the server that took a message in found that its sender is not who it says it is: DMARC failed (RFC 7489), as the
 * topmost Authentication-Results says (RFC 8601); those below it came with the message and may say anything.
 */
export function isForged(raw: Buffer): boolean {
  const [head = ''] = raw
    .subarray(0, HEAD)
    .toString('latin1')
    .split(/\r?\n\r?\n/, 1)
  const topmost = head.split(/\r?\n(?![ \t])/).find((line) => /^authentication-results:/i.test(line))
  return topmost !== undefined && /\bdmarc\s*=\s*fail\b/i.test(topmost)
}
