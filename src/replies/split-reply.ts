/**
 * Parts what somebody wrote from what their mail program quoted below it. When in doubt it keeps: words of theirs must
 * never be lost, and a message that is all quotation is shown whole.
 */
const ATTRIBUTIONS = [
  /^(on|am|le|el|il|op|den|em|w dniu) .{6,200}(wrote|schrieb|a écrit|escribió|ha scritto|schreef|skrev|escreveu|napisał\S*)\b.{0,100}:\s*$/is,
  /^-{2,} ?(original message|ursprüngliche nachricht|forwarded message|message d'origine|mensaje original) ?-{2,}$/i,
  /^_{10,}\s*$/,
  /^(from|von|de|da): .+\n(sent|date|gesendet|envoyé|datum): /i,
]
const SIGNATURE = /^-- ?$/
/** Mail programs wrap a long attribution over so many lines at most. */
const WRAPPED = 3

export function splitReply(
  text: string,
  _sent?: string,
): { reply: string; quoted: string; uncertain: boolean } {
  const lines = text.replaceAll('\r\n', '\n').split('\n')
  const { start, attribution } = findQuotation(lines)
  const below = lines.slice(start + attribution)
  // Who answers below or between the lines of the quotation wrote there too; without marks nobody can tell.
  const between = below.some(isMarked) ? below.filter((line) => !isMarked(line)) : []
  const reply = tidy([...withoutSignature(lines.slice(0, start)), '', ...withoutSignature(between)])
  if (!reply) return { reply: tidy(lines), quoted: '', uncertain: lines.some((line) => line.trim()) }
  const quotation = below.some(isMarked) ? below.filter(isMarked) : below
  return { reply, quoted: tidy(quotation.map((line) => line.replace(/^> ?/, ''))), uncertain: false }
}

const isMarked = (line: string) => line.startsWith('>')

/** Where the quotation starts, and over how many lines it is introduced. */
function findQuotation(lines: string[]): { start: number; attribution: number } {
  for (let start = 0; start < lines.length; start += 1) {
    if (isMarked(lines[start]!)) return { start, attribution: 0 }
    for (let count = 1; count <= WRAPPED; count += 1) {
      const introduction = lines.slice(start, start + count).join('\n')
      if (ATTRIBUTIONS.some((pattern) => pattern.test(introduction))) return { start, attribution: count }
    }
  }
  return { start: lines.length, attribution: 0 }
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
