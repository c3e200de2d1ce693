/**
 * Parts what somebody wrote from what their mail program quoted below it. When in doubt it keeps: words of theirs must
 * never be lost, and a message that is all quotation is shown whole.
 */
const QUOTE_BEGINS = [
  /^(on|am|le|el|il|op|den|em|w dniu) .{6,180}(wrote|schrieb|a écrit|escribió|ha scritto|schreef|skrev|escreveu|napisał\S*) ?:\s*$/is,
  /^-{2,} ?(original message|ursprüngliche nachricht|forwarded message|message d'origine|mensaje original) ?-{2,}/i,
  /^_{10,}\s*$/,
  /^(from|von|de|da): .+\n(sent|date|gesendet|envoyé|datum): /i,
]
const SIGNATURE = /^-- ?$/

export function splitReply(text: string): { reply: string; quoted: string } {
  const lines = text.replaceAll('\r\n', '\n').split('\n')
  const cut = firstQuoted(lines)
  const above = lines.slice(0, cut)
  const below = lines.slice(cut)
  // People who answer below or between the quotation wrote there too.
  const inline = below.filter(
    (line, index) => index > 0 && line.trim() && !line.startsWith('>') && !isAttribution(below, index),
  )
  const quotesWithMarks = below.some((line) => line.startsWith('>'))
  const reply = tidy([
    ...withoutSignature(above),
    ...(quotesWithMarks && inline.length > 0 ? ['', ...inline] : []),
  ])
  if (!reply) return { reply: tidy(lines), quoted: '' }
  return { reply, quoted: tidy(below.map((line) => line.replace(/^> ?/, ''))) }
}

function firstQuoted(lines: string[]): number {
  for (let index = 0; index < lines.length; index += 1)
    if (
      isAttribution(lines, index) ||
      (lines[index]!.startsWith('>') && lines.slice(index).some((l) => l.startsWith('>')))
    )
      return index
  return lines.length
}

/** An attribution may be wrapped over three lines. */
function isAttribution(lines: string[], index: number): boolean {
  return [1, 2, 3].some((count) => {
    const text = lines.slice(index, index + count).join('\n')
    return QUOTE_BEGINS.some((pattern) => pattern.test(text))
  })
}

function withoutSignature(lines: string[]): string[] {
  const at = lines.findIndex((line) => SIGNATURE.test(line))
  return at < 0 ? lines : lines.slice(0, at)
}

function tidy(lines: string[]): string {
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
