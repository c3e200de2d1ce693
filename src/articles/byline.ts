/** Names and dates as they stand above and below an article, in the languages of `matter-phrases.ts`. */

const any = (...parts: string[]) => `(?:${parts.join('|')})`

const MONTH = any(
  'jan(?:uary|uar|vier)?',
  'feb(?:ruary|ruar)?|février|febrero',
  'mar(?:ch|s|zo)?|märz',
  'apr(?:il)?|avril|abril',
  'may|mai|mayo',
  'june?|juni|juin|junio',
  'july?|juli|juillet|julio',
  'aug(?:ust)?|août|agosto',
  'sept?(?:ember|embre|iembre)?',
  'oct(?:ober|obre|ubre)?|okt(?:ober)?',
  'nov(?:ember|embre|iembre)?',
  'dec(?:ember)?|dez(?:ember)?|déc(?:embre)?|diciembre',
)
const DATE = any(
  `${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}`,
  `\\d{1,2}(?:\\.|er|st|nd|rd|th)? (?:de )?${MONTH}\\.?,? (?:de )?\\d{4}`,
  '\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}',
  '\\d{4}-\\d{2}-\\d{2}',
  '\\d{4}年\\d{1,2}月\\d{1,2}日',
)
const READING_TIME = any(
  '\\d+[- ]min(?:utes?|\\.)?(?: read(?:ing)?(?: time)?| lesezeit| de lecture| de lectura)',
  '(?:reading time|lesezeit|temps de lecture|tiempo de lectura|lesedauer)\\s*:?\\s*(?:ca\\. |about |~ ?)?\\d+ ?min\\w*\\.?',
)
const NAME = "\\p{Lu}[\\p{L}.'’-]*(?: (?:de|del|la|van|von|der|den|di|da|le|\\p{Lu}[\\p{L}.'’-]*)){0,4}"
const BY = any(
  'by',
  'written by',
  'words by',
  'text by',
  'von',
  'ein beitrag von',
  'text:?(?: von)?',
  'por',
  'escrito por',
  'par',
  'di',
  'autor(?:in)?:',
  'author:',
  'auteure?:',
)
const WHEN = any(
  'posted',
  'published',
  'last updated',
  'updated',
  'veröffentlicht',
  'zuletzt aktualisiert',
  'aktualisiert',
  'publicado',
  'actualizado',
  'publié',
  'mis à jour',
)

// "i" would let a small letter begin a name, so these words carry both cases themselves.
const small = (pattern: string) =>
  pattern.replace(/(?<![\\\p{L}[])\p{Ll}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`)
const FACT = new RegExp(
  `^${any(
    `${small(BY)}\\s+${NAME}`,
    `${small(WHEN)}(?:\\s+(?:on|am|el|le))?\\s*:?\\s*${small(DATE)}`,
    small(DATE),
    small(READING_TIME),
  )}\\.?$`,
  'u',
)
const ONLY_NAME = new RegExp(`^${NAME}$`, 'u')

/** Who wrote it, when, how long it takes to read: one or several of them and nothing else. */
export function isByline(text: string): boolean {
  if (text.length > 150) return false
  const parts = text.split(/\s*[|·•–—]\s*|,\s+(?!\d{4})|\s+(?:on|am|el|le)\s+(?=\d|\p{Lu})/u)
  const facts = parts.filter((part) => FACT.test(part))
  return facts.length > 0 && parts.every((part) => facts.includes(part) || ONLY_NAME.test(part))
}

/** One to four names with nothing between them: what stands under a closing formula. */
export const SIGNATURE = new RegExp(
  `^(?:[—–~-]\\s*)?${NAME}(?:\\s*(?:&|and|und|y|et)\\s*${NAME})?(?:[,.]?\\s*x{1,3}o?)?\\.?$`,
  'u',
)

const CALLING = any(
  'writ(?:es|er)|author|journalist|editor|blogger|columnist|novelist|poet|freelance\\w*|speaker|founder|photographer',
  'therapist|psychologist|psychotherapist|counsell?or|coach|consultant',
  'autor(?:in|a)?|journalistin|schriftsteller(?:in)?|redakteur(?:in)?|bloggerin|therapeut(?:in)?|psycholog(?:e|in)',
  'escritor(?:a)?|periodista|bloguer(?:o|a)|psicólog(?:o|a)|terapeuta',
  'auteure?|autrice|écrivaine?|journaliste|rédact(?:eur|rice)|blogueu(?:r|se)|psychologue|thérapeute',
)

/** "Ada Lindqvist is a writer and coach who …" */
export const AUTHOR_BOX = new RegExp(
  `^(${NAME})(?:,[^.]{0,60},)? (?:is|was born|ist|es|est|lives|lebt|vive|vit|writes|schreibt|escribe|écrit)\\b[^.]{0,60}?(?<!\\p{L})${small(CALLING)}(?!\\p{L})`,
  'u',
)
