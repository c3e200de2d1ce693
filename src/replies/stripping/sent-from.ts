/** Lines that a mail program adds by itself, in the languages it comes in. */
const THING =
  "(?:(?:my |mein(?:em|er) |mi |mon |ma |meu |minha |mijn |min |mit |mojego |mého |моего |мого |le |il mio |la mia |el |the |an? |our )*)(?:[\\p{L}\\p{N}'’.+®™()/-]+ ){0,7}"
const DEVICE =
  '(?:i\\s?phon\\p{L}*|i\\s?pad\\p{L}*|i\\s?pod|android|galaxy|samsung|huawei|xiaomi|redmi|oneplus|pixel|nokia|motorola|moto g|sony|xperia|lg|htc|blackberry|windows phone|windows|smart\\s?phones?|(?:mobile|cell|smart|wireless) ?(?:phone|device)|device|mobil\\p{L}*|handy|hand ?held|tablet\\p{L}*|telefon\\p{L}*|tel[eé]fono\\p{L}*|téléphone|telefonino|cellulare|celular|phone|palm|treo|mobile|outlook|gmail|mail|e-?mail|mailbox|thunderbird|proton\\s?mail|protonmail|tutanota|yahoo\\p{L}*|gmx|web\\.de|airmail|spark|k-9|fairemail|aquamail|hey|superhuman|front|ipad|mac|aol|bluemail|myphone|newton|nine|typeapp|acompli|mailspring|sparrow|canary|mailbird|em client|polymail|geary|postbox|shortwave|spike|mymail|boxer|inky|missive|edison|zoho|fastmail|mail\\.ru|yandex\\p{L}*|appareil|dispositivo\\p{L}*|apparaat|toestel|gsm|телефон\\p{L}*|почт\\p{L}*|смартфон\\p{L}*|устройств\\p{L}*)'

/** "… for iOS", "… on Android". */
const ON =
  '(?: (?:for|on|für|auf|pour|sur|para|en|no|per|su|voor|op|för|på|til|dla|для|на) [\\p{L}\\p{N} ]{2,20})?'

const PHRASES = [
  `(?:sent|written|composed|typed|posted) (?:from|via|with|using|by|on|through) ${THING}${DEVICE}`,
  `(?:this (?:e-?mail|message) was )?sent (?:from|via|with|using) ${THING}${DEVICE}`,
  `(?:diese (?:nachricht|e-?mail|mail) wurde )?(?:von|mit|über|aus) ${THING}${DEVICE}.{0,40} (?:gesendet|verschickt|geschrieben|versandt)`,
  `(?:gesendet|verschickt|versandt|geschrieben) (?:von|mit|über|aus) ${THING}${DEVICE}`,
  `(?:envoyé|écrit)e? (?:de(?:puis)?|à partir d(?:e|'un|u)|via|avec|d[’']un) ?${THING}${DEVICE}`,
  `(?:enviado|escrito)s?a? (?:desde|de|do|da|con|com|a partir d[eo]|pelo|a través de|via) ${THING}${DEVICE}`,
  `(?:inviato|scritto) (?:da|dal|dalla|con|tramite) ?(?:l')?${THING}${DEVICE}`,
  `(?:verzonden|verstuurd|verstuurt|gestuurd) (?:vanaf|van|via|met|vanuit|door) ${THING}${DEVICE}`,
  `(?:skickat|skickades|skickad) (?:från|via|med) ${THING}${DEVICE}`,
  `sendt (?:fra|via|med) ${THING}${DEVICE}`,
  `lähetetty ${THING}${DEVICE}\\p{L}*`,
  `(?:wysłan[eoay]|wyslane) (?:z|ze|za pomocą|przez) ${THING}${DEVICE}\\S*`,
  `odesl[aá]no (?:z|ze|pomocí|přes) ${THING}${DEVICE}\\S*`,
  `odoslané (?:z|zo) ${THING}${DEVICE}\\S*`,
  `(?:отправлено|послано|написано) (?:с|со|из|через) ${THING}${DEVICE}.{0,20}`,
  `(?:надіслано|відправлено) (?:з|із|через|за допомогою) ${THING}${DEVICE}.{0,20}`,
  `(?:\\p{L}+ )?${DEVICE}\\S* (?:cihazımdan )?gönderildi`,
  `(?:στάλθηκε|εστάλη) από (?:το )?${THING}${DEVICE}(?: μου)?`,
  `(?:az )?${DEVICE}\\S*(?: \\p{L}+)? (?:küldve|küldtem)|${DEVICE}-?\\p{L}* küldve`,
  `trimis (?:de pe|din|cu|de la) ${THING}${DEVICE}\\S*`,
  `(?:get|download) outlook for \\S+|outlook für \\S+ (?:beziehen|herunterladen)|(?:hol(?:en)? (?:dir|sie sich)|laden sie|download) outlook für \\S+|(?:obten(?:ez|ir)|télécharge[rz]) outlook pour \\S+|(?:obtener|obtenga|descarga(?:r)?|consigue) outlook para \\S+|(?:obter|obtenha|baixar|baixe)(?: o)? outlook para \\S+|(?:scarica|ottieni) outlook per \\S+|(?:download|outlook voor \\S+ downloaden|downloaden van) ?(?:outlook voor \\S+)?|pobierz (?:aplikację )?outlook dla .{2,20}|(?:hämta|skaffa) outlook för \\S+|(?:hent|få|last ned) outlook (?:til|for) \\S+|(?:скачать|получить|получите|завантажити|отримати) outlook (?:для|на) \\S+|hanki outlook .{2,12}|získat outlook pro \\S+|\\S+ için outlook.{0,20}|.{0,12}outlook.{0,12}(?:を入手|下载|取得|다운로드)`,
  `yahoo mail[.:] ?.{0,60}|sent from yahoo.{0,60}|.{0,40}verstuurd vanaf yahoo.{0,20}`,
  `(?:von )?${DEVICE}(?: \\p{L}+)? gesendet`,
  `i\\s?(?:phone|pad)(?:から送信|より送信)|.{0,16}(?:から送信|より送信|から送信されました)|(?:发自|發自|从|從|來自|来自|发送自)我?的? ?.{2,24}(?:发送|傳送|寄出)?|.{0,3}나의 .{2,14}에서 (?:보냄|보냈습니다)|.{2,14}에서 (?:보냄|보냈습니다|전송됨)`,
  `please excuse (?:my brevity|typos|any typos).{0,40}|(?:bitte )?entschuldigen sie (?:bitte )?(?:die|meine) kürze.{0,20}|veuillez excuser (?:ma|la) brièveté.{0,20}`,
]
const EXCUSE =
  '(?:[,.;–-]* (?:please |so |pls )?(?:excuse|forgive|pardon|entschuldig\\p{L}*|excusez) .{0,50})?'
const SENT_FROM = new RegExp(`^(?:${PHRASES.join('|')})${ON}${EXCUSE}[\\s.!*_~>)]*$`, 'iu')
/** Characters that any of them has at least and at most. */
const SHORTEST = 8
const LONGEST = 130

/** A device or a program by its name alone. */
const SENT_FROM_NAMED =
  /^[Ss]ent (?:from|via|with) (?:my(?: \p{Lu}[\p{L}\p{N}]+){1,3}|\p{Lu}\p{Ll}+\p{Lu}\p{L}+)[.]?$/u

/** As programs put one behind what it belongs to. */
const LINK = /[<([] ?https?:\/\/[^\s>)\]]* ?[>)\]]|https?:\/\/\S+/g
/** "Sent from TypeApp<https://…>": whatever it is called, a link behind it says that it is a program. */
const SENT_FROM_LINKED =
  /^(?:sent (?:from|via|with)|gesendet (?:von|mit)|envoyé (?:de|avec)|enviado (?:desde|con)) [^.!?]{2,90}$/iu

/** "Sent from my iPhone", "Gesendet mit …", "Get Outlook for iOS<https://…>". */
export function isSentFrom(text: string): boolean {
  if (text.length > 4 * LONGEST) return false
  const plain = text
    .replace(LINK, '')
    .replace(/\s+/g, ' ')
    .replace(/^[-–—_~*. ]+/, '')
    .trim()
  if (plain.length < SHORTEST || plain.length > LONGEST) return false
  return (
    SENT_FROM.test(plain) ||
    SENT_FROM_NAMED.test(plain) ||
    (text.includes('http') && SENT_FROM_LINKED.test(plain))
  )
}

const DISCLAIMER =
  /^[*_\s]*(?:(?:e-?mail |legal |important )?(?:confidentiality|disclaimer|legal|privileged)(?: and)?(?: confidential)?(?: notice| note| information| statement)?\s*[:.-]|(?:this|the (?:information|contents?)(?: contained)?(?: in)? (?:of )?this) (?:e-?mail|message|communication|transmission)(?: message)?(?: \(?(?:and|including|with|together).{0,60})?,? (?:is|are|may|contains?|has been|was|and)\b.{0,120}\b(?:confidential|privileged|intended|scanned|virus)|diese (?:e-?mail|nachricht).{0,60} (?:enthält|ist|kann|könnte).{0,60}(?:vertraulich|rechtlich|ausschließlich)|ce (?:message|courriel|mail|courrier).{0,80}(?:confidentiel|destiné|exclusi)|este (?:mensaje|correo|e-?mail).{0,100}(?:confidencial|dirigido|privilegiad)|esta mensagem.{0,100}(?:confidencia|destina)|(?:questo|il presente|la presente) (?:messaggio|e-?mail|comunicazione).{0,100}(?:riservat|confidenzial|destinat)|(?:dit|deze) (?:bericht|e-?mail).{0,100}(?:vertrouwelijk|bestemd)|detta (?:meddelande|e-?post).{0,100}konfidentiell|(?:denne|dette) (?:e-?mail|meddelelse|melding|e-?post).{0,100}(?:fortrolig|konfidensiell)|(?:niniejsza|ta) wiadomość.{0,100}(?:poufn|przeznaczon)|(?:это|данное) (?:сообщение|письмо).{0,100}(?:конфиденциальн|предназначен)|please consider the environment before printing|bitte (?:denken sie|prüfen sie).{0,60}(?:umwelt|ausdruck)|avant d['’]imprimer|antes de imprimir|(?:virus-?free\.|this email has been (?:checked|scanned)|diese e-?mail wurde (?:von|auf)|virenfrei|libre de virus|sans virus|privo di virus|virusvrij|sem vírus|le? ?mail .{0,20}exempt de virus)[^\n]{0,80}(?:\bavast\b|\bavg\b|virus|www\.)?)/iu

/** One of these stands in every such text; "Disclaimer: I only lasted a minute" is somebody's own. */
const LEGAL =
  /confiden|privileged|recipient|addressee|vertraulich|empfänger|adressat|rechtlich|destinat|riservat|vertrouwelijk|bestemd|konfiden|fortrolig|poufn|przeznaczon|конфиденц|предназнач|virus|printing|ausdruck|imprimi|avast/iu

/** The start of what a company's server adds below, or of a scanner's advertisement. */
export const isDisclaimer = (text: string) =>
  DISCLAIMER.test(text.slice(0, 1000)) && LEGAL.test(text.slice(0, 1000))
