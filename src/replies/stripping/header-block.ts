import type { Introduction } from './attribution.ts'
import { isBlank, type Line, LONGEST_LINE, legible } from './line.ts'
import { isDivider, isRule } from './wrote.ts'

/** The names that mail programs give to the headers they repeat above a quotation. */
const LABELS = {
  from: 'from|von|de|da|van|från|fra|lähettäjä|od|odesílatel|от|від|от кого|отправитель|gönderen|kimden|差出人|送信者|发件人|寄件者|寄件人|보낸 ?사람|από|feladó|de la|expéditeur|remitente|mittente|remetente|afzender|avsändare|afsender|avsender|nadawca|מאת|من',
  sent: "sent|date|sent on|date sent|gesendet|gesendet am|datum|envoyé|envoyé le|date d'envoi|enviado|enviada|enviado el|enviado em|enviada em|fecha|inviato|inviato il|data|verzonden|verzonden op|skickat|sendt|dato|lähetetty|päivämäärä|päiväys|wysłano|wysłane|odesláno|отправлено|дата|надіслано|дата отправления|gönderildi|gönderilme tarihi|gönderme tarihi|tarih|送信日時|日時|日付|发送时间|发送日期|日期|時間|傳送時間|寄件日期|보낸 ?날짜|날짜|보냄|전송|ημερομηνία|στάλθηκε|αποστολή|elküldve|dátum|küldve|trimis|נשלח|تاريخ",
  to: 'to|an|à|a|al|para|aan|till|til|vastaanottaja|kopio|do|komu|кому|kime|alıcı|宛先|收件人|收件者|받는 ?사람|προς|címzett|către|destinataire|destinatario|pour|אל|إلى',
  cc: 'cc|bcc|kopie|copie|cópia|copia|kopia|копия|копія|bilgi|抄送|副本|참조|κοιν|κοινοποίηση|másolatot kap|kopi|ccn|cci',
  subject:
    'subject|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne|emne|aihe|temat|předmět|predmet|тема|konu|件名|主题|主題|제목|θέμα|tárgy|subiect|sujet|נושא|الموضوع|subj',
  other:
    'reply-to|antwort an|répondre à|responder a|rispondi a|importance|wichtigkeit|priorität|priority|attachments|anlagen|anhang|返信先|优先级|重要性|ответить|organization',
}
const LABEL = new RegExp(
  `^[*_\\s]*(?:${Object.entries(LABELS)
    .map(([kind, words]) => `(?<${kind}>${words})`)
    .join('|')})[*_\\s]*[:：][*_]*(?:\\s|$|(?=[^\\s/]))`,
  'iu',
)

type Kind = keyof typeof LABELS
function labelOf(text: string): Kind | undefined {
  const groups = LABEL.exec(text)?.groups
  return groups && (Object.keys(groups).find((kind) => groups[kind] !== undefined) as Kind | undefined)
}

/** A label's value may be wrapped over so many lines. */
const WRAPPED = 3

/**
 * "From: … Sent: … To: … Subject: …" as Outlook and telephones put it above an unmarked quotation, in the languages
 * above, with a line of dashes before it or without; also a divider alone ("-----Original Message-----").
 */
export function headerBlockAt(lines: Line[], start: number): Introduction | undefined {
  if (lines[start]!.text.length > LONGEST_LINE) return undefined
  const first = legible(lines[start]!.text)
  const divider = isDivider(first)
  if (!divider && !isRule(first) && labelOf(first) === undefined) return oneLine(first, start)
  const from = divider || isRule(first) ? nextWritten(lines, start + 1) : start
  const block = from === undefined ? undefined : labelsFrom(lines, from)
  const enough = block && isEnough(block.kinds, divider ? 2 : 3)
  if (enough) return { start, end: block.end }
  return divider ? { start, end: start + 1 } : undefined
}

function isEnough(kinds: Set<Kind>, least: number): boolean {
  return (
    kinds.size >= least && kinds.has('from') && (kinds.has('sent') || kinds.has('subject') || kinds.has('to'))
  )
}

function labelsFrom(lines: Line[], start: number): { kinds: Set<Kind>; end: number } {
  const kinds = new Set<Kind>()
  let end = start
  let loose = 0
  for (let at = start; at < lines.length; at += 1) {
    if (lines[at]!.text.length > LONGEST_LINE) break
    const text = legible(lines[at]!.text)
    if (text === '') {
      // Paragraphs of html leave a blank line between the headers.
      const next = nextWritten(lines, at + 1)
      if (next === undefined || labelOf(legible(lines[next]!.text.slice(0, LONGEST_LINE))) === undefined)
        break
      continue
    }
    const kind = labelOf(text)
    loose = kind === undefined ? loose + 1 : 0
    if (loose > WRAPPED) break
    // A label seen twice belongs to another block.
    if (kind !== undefined && kinds.has(kind) && kind !== 'cc' && kind !== 'other') break
    if (kind === undefined && !isValue(text, kinds)) break
    if (kind !== undefined) kinds.add(kind)
    end = at + 1
  }
  return { kinds, end }
}

/** The rest of a wrapped list of addresses, or of a subject while headers are still to come. */
const isValue = (text: string, kinds: Set<Kind>) => /@|[;,<>]\s*$|^</.test(text) || kinds.size < 3

/** All of it on one line, as some programs flatten html. */
function oneLine(text: string, start: number): Introduction | undefined {
  const found =
    /^[*_]*(?:from|von|de|da|van|от)[*_]*\s?:.{3,120}(?:sent|date|gesendet|envoyé|enviado|inviato|verzonden|отправлено)[*_]*\s?:.{6,80}(?:to|an|à|para|a|aan|кому)[*_]*\s?:.{3,200}(?:subject|betreff|objet|asunto|oggetto|onderwerp|тема)[*_]*\s?:/iu
  return text.length < 500 && found.test(text) ? { start, end: start + 1 } : undefined
}

function nextWritten(lines: Line[], from: number): number | undefined {
  for (let at = from; at < lines.length && at < from + 3; at += 1) if (!isBlank(lines[at]!)) return at
  return undefined
}
