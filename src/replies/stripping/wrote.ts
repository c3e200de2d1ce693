/** Words with which mail programs say whose words follow. */

/** "wrote", in the languages mail programs are translated into. */
export const WROTE =
  /(?<![\p{L}\p{M}])(?:wrote|writes|quoting|zitat von|citando a|citation de|citat från|schrieb(?:en)?|geschrieben|schreibt|a [ée]crit|[ée]crit|escribi[óo]|escribe|ha scritto|scrive|scritto|escreveu|schreef|geschreven|heeft geschreven|skrev|skriver|skrifaði|kirjoitti|napisa[lł]\(?a?\)?|napisał\/a|napísal\(?a?\)?|pisze|píše|je napisa[ol]\/?(?:la|a)?|va escriure|ha escrit|a scris|írta|написала?|написал\(а\)|написал\/а|пишет|пише|написав(?:\(-?ла\)|ла)?|yazdı|yazmış|şunu yazdı|şunları yazdı|έγραψε|kirjutas|rakstīja|rašė|menulis|đã viết|het geskryf|เขียน(?:ว่า)?)(?![\p{L}\p{M}])|写道|寫道|写到|のメール|さんは書きました|は書きました|님이 작성|작성|썼습니다|님이 씀|כתב|كتب|נכתב|نوشت|ने लिखा/iu

/** How an attribution begins: "On …", "Am …", a day of the week or a number. */
export const ATTRIBUTION_START =
  /^(?:["'“„«([-]{0,4}\s?)(?:(?:on|at|am|um|le|el|il|il giorno|op|em|a|no dia|den|dne|dňa|w dniu|dnia|στις|την|în|pe|la data|în data de|vào|pada|v|в|от|вт|tarih|na|u|du|dia|le|ma|ti|ke|to|pe|la|su|på|kl)\s+\S*|(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|lunes|martes|mié|jue|vie|sáb|dom|lunedì|man|tir|ons|tor|fre|lør|søn|mån|tis|lör|sön|maa|pon|wt|śr|czw|pt|sob|po|út|st|čt|pá|ne|пн|вт|ср|чт|пт|сб|нд|вс|seg|ter|qua|qui|sex|pzt|sal|çar|per|cum|cmt|paz)\p{L}*[.,]|\d|在|於|于|בתאריך|في)/iu

const ADDRESS = /[^\s<>()[\]"']+@[^\s<>()[\]"',;]+\.\p{L}{2,}/u
const DATE =
  /\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,4}|(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,2}\.?(?: de)? \p{L}{3,12}\.?(?: de)?,? ?\d{2,4}|\p{L}{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d\s?[年년]/u
const DAY_OF_MONTH = /(?<!\d)\d{1,2}(?:st|nd|rd|th|\.)?(?: de| of)? \p{L}{3,12}|\p{L}{3,12}\.? \d{1,2}(?!\d)/u
const TIME = /(?<!\d)\d{1,2}\s?[:.hH시時点]\s?\d{2}(?!\d)|(?<!\d)\d{1,2}\s?(?:am|pm|uhr|時|点)(?!\p{L})/iu
const ENDS = /[:：]\s*[*_]*\s*$|(?:のメール|写道|작성|wrote|schrieb)\s*-*\s*$/iu

export const hasAddress = (text: string) => ADDRESS.test(text)
export const hasDate = (text: string) => DATE.test(text)
export const hasDay = (text: string) => DATE.test(text) || DAY_OF_MONTH.test(text)
export const hasTime = (text: string) => TIME.test(text)
export const endsAttribution = (text: string) => ENDS.test(text)

const DIVIDER_WORDS =
  /^[-_=—–*\s>]*(?:original(?:[- ]?(?:message|nachricht|e-?mail|appointment))?|original message|reply message|(?:weitergeleitete|ursprüngliche|originale?) (?:nachricht|mail|e-mail)|originalnachricht|forwarded (?:message|by.{0,60})|begin forwarded message:?|fwd message|message (?:d['’]origine|original|transféré|initial)|mensaje (?:original|reenviado)|mensagem (?:original|encaminhada|original)|messaggio (?:originale|inoltrato|iniziale)|oorspronkelijk(?:e)? (?:bericht|e-mail)|doorgestuurd bericht|ursprungligt meddelande|originalmeddelande|vidarebefordrat meddelande|oprindelig (?:meddelelse|besked|e-mail)|opprinnelig melding|videresendt (?:meddelelse|melding)|alkuperäinen viesti|oryginalna wiadomość|wiadomość oryginalna|wiadomość oryginalna|původní (?:zpráva|e-mail)|исходное сообщение|оригинальное сообщение|пересланное сообщение|пересылаемое сообщение|оригінальне повідомлення|вихідне повідомлення|orijinal (?:mesaj|ileti|e-posta)|özgün ileti|iletilen mesaj|αρχικό μήνυμα|eredeti üzenet|mesaj original|mesajul original|元のメッセージ|転送メッセージ|原始邮件|原始郵件|转发邮件|邮件原件|원본 (?:메시지|메일))[-_=—–*\s:]*$/iu

/** "-----Original Message-----" and its translations; the dashes are part of it. */
export const isDivider = (text: string) =>
  DIVIDER_WORDS.test(text) && (/[-_=—–]{2,}/.test(text) || /^begin forwarded message:/i.test(text))
/** A line of dashes or underscores, or words between dashes: says something only before a block of headers. */
export const isRule = (text: string) =>
  /^[-_=—–*]{5,}$/.test(text) || /^[-_=—–]{2,}.{1,60}[-_=—–]{2,}$/u.test(text)
