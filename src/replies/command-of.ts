/**
 * An order that is the whole message: "STOP", "unsubscribe me please", "abmelden". Inside anything longer it is a
 * sentence like any other ("I can't stop thinking"), which only a person may act on.
 */
export type Command = 'unsubscribe' | 'pause'

export function commandOf(reply: string): Command | undefined {
  if (reply.length > LONGEST) return undefined
  const lines = reply.split('\n').flatMap((line) => line.trim() || [])
  if (lines.length > 1 && GREETING.test(lines[0]!)) lines.shift()
  while (lines.length > 1 && (CLOSING.test(lines.at(-1)!) || NAME.test(lines.at(-1)!))) lines.pop()
  const words = plain(lines.join(' ')).replace(COURTEOUS_START, '').replace(COURTEOUS, ' ')
  const order = words.replace(/\s+/g, ' ').trim()
  if (UNSUBSCRIBE.some((pattern) => pattern.test(order))) return 'unsubscribe'
  return PAUSE.test(order) ? 'pause' : undefined
}

/** Characters; whoever writes more has something to say. */
const LONGEST = 160

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’`´]/g, "'")
    .replace(/[^\p{L}\p{M}\p{N}'\s-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const GREETING =
  /^(hi|hey|hello|dear|good (morning|day|evening)|hallo|liebe[rs]?|guten (tag|morgen|abend)|moin|hola|buen[oa]s|estimad[oa]s?|bonjour|bonsoir|salut|cher|chère|ciao|salve|buongiorno|olá|oi|bom dia|boa tarde|dag|beste|hej|hei|god dag|cześć|dzień dobry|dobrý den|ahoj|здравствуйте|добрый день|привет|добрий день|привіт|merhaba|szia|bună|γεια)(?!\p{L}).{0,30}$/iu
const CLOSING =
  /^(thanks|thank you|many thanks|(best|kind|warm)( regards| wishes)?|regards|cheers|sincerely|danke|vielen dank|(viele|liebe|beste|freundliche) grüße|mit freundlichen grüßen|lg|mfg|gracias|saludos|un saludo|merci|cordialement|bien à vous|grazie|saluti|cordiali saluti|obrigad[oa]|dank( u| je)?( wel)?|bedankt|groeten|met vriendelijke groet|tack|mvh|hälsningar|tak|takk|hilsen|kiitos|terveisin|dziękuję|pozdrawiam|děkuji|спасибо|с уважением|дякую|teşekkürler|köszönöm|mulțumesc|ευχαριστώ)[\s,.!]*$/iu
/** One to three words that begin with a capital. */
const NAME = /^-{0,2} ?\p{Lu}[\p{L}'’.-]*(\s\p{Lu}[\p{L}'’.-]*){0,2}[.!]?$/u

const COURTEOUS_START =
  /^(hi|hey|hello|hallo|hola|bonjour|ciao|hej)( there| all| team| zusammen| a todos)?(?=\s)/u
const COURTEOUS =
  /(?<!\p{L})(please|pls|thanks|thank you|bitte|danke|vielen dank|por favor|gracias|s'il (vous|te) pla[iî]t|svp|merci|per favore|grazie|per cortesia|obrigad[oa]|alstublieft|alsjeblieft|graag|bedankt|tack|snälla|tak|takk|vær så snill|kiitos|proszę|dziękuję|prosím|děkuji|пожалуйста|спасибо|будь ласка|дякую|lütfen|teşekkürler|now|immediately|sofort|ya|immédiatement)(?!\p{L})/gu

const LIST =
  ' (?:from|of|to)(?: (?:this|the|your|all|these|any|my|mailing|e-?mail))*(?: (?:lists?|courses?|letters?|e-?mails?|mails?|newsletters?|messages?|lessons?|subscriptions?))+'
const FROM = `(?:${LIST}| from (?:this|all))?`
/** Words that also answer a prompt ("cancel", "kündigen", "rezygnuję") are no orders by themselves. */
const UNSUBSCRIBE = [
  `stop|stopp?|un-?subscribe(?: me)?${FROM}|opt(?: me)? out${FROM}|remove me(?:${FROM})|take me off(?: (?:this|the|your|mailing|email|list))*|(?:cancel|end)(?: my| this| the)? (?:subscription|course)`,
  `(?:i(?: want| would like| wish|'d like) to|i want to|how (?:do|can) i|can (?:you|i)|could you) (?:(?:un-?subscribe(?: me)?|be unsubscribed|opt out)${FROM}|be removed${LIST})`,
  "(?:stop|quit|cease|do not|don't) (?:sending|emailing|mailing|send|email|mail|writing|write)(?: to)?(?: me| us)?(?: (?:these|this|any|more|any more|anymore|your|the|emails?|e-mails?|mails?|messages?|lessons?|letters?))*|stop (?:the |these |all )?(?:emails?|e-mails?|mails?|messages?|letters?|lessons?|course)|no more (?:emails?|e-mails?|mails?|letters?|messages?|lessons?)",
  '(?:newsletter |kurs |mich |den kurs |diesen kurs |die mails )?(?:abmelden|abbestellen|austragen|abmeldung|abbestellung)|(?:melden|tragen) sie mich (?:ab|aus)|(?:melde|meldet|trag|trage|tragt) mich (?:ab|aus)|(?:ich )?(?:möchte|will|würde) (?:ich )?(?:mich )?(?:gerne |gern )?(?:hiermit )?(?:(?:vom |von dem |von diesem |aus dem |den )(?:kurs|newsletter|verteiler) )?(?:abmelden|abbestellen|austragen)|keine (?:weiteren )?(?:e-)?mails(?: mehr)?(?: schicken| senden)?|mich abmelden',
  '(?:de |la |dar(?:me)? (?:de )?(?:la )?|darse de |dame de |denme de |quiero (?:darme )?(?:de )?(?:la )?|quisiera darme de |solicito (?:la )?)?baja(?: de (?:la lista|este curso|esta lista))?|(?:cancelar|anular)(?: la| mi)? suscripci[oó]n|(?:quiero )?desuscribir(?:me|se)?|desuscr[ií]b[ae]n?me|no (?:me )?(?:envíen|envíe|manden|mandes|quiero(?: recibir)?) más (?:correos|mensajes|emails|mails)',
  "(?:(?:me |se )?(?:désabonner|désinscrire)|désabonnez-moi|désabonne-moi|désinscrivez-moi|désinscris-moi|désabonnement|désinscription)(?: de (?:la liste|cette liste|ce cours))?|je (?:veux|souhaite|voudrais|désire) (?:me )?(?:désabonner|désinscrire)|(?:me )?desabonner|ne m'écrivez plus|arrêtez de m'écrire|plus d'(?:e-?mails|envois)",
  "cancellami|cancellatemi|cancellazione|disiscriviti|disiscrivimi|disiscrivetemi|disiscrivermi|(?:vorrei|voglio) (?:disiscrivermi|cancellarmi)|disiscrizione|annulla(?:re)?(?: la| mia| l')* ?iscrizione|rimuovimi(?: dalla lista)?|basta (?:e-?mail|mail)",
  '(?:quero )?descadastr(?:ar|e-me|em-me|o|a-me)(?:-me)?|me descadastr[ea]|cancelar(?: a| minha)* (?:inscrição|subscrição|assinatura)|(?:quero )?sair da lista|remova-me|anular subscrição',
  'afmelden|uitschrijven|(?:meld|schrijf) (?:me|mij) (?:af|uit)|ik wil (?:me|mij) (?:afmelden|uitschrijven)|afmelding|geen mails meer',
  'avregistrera(?: mig)?|avprenumerera|avsluta prenumerationen|avanmäl(?:an)?(?: mig)?|avmelde?|avmeld meg|meld meg av|afmeld(?: mig)?|frameld(?: mig)?|peruuta (?:tilaus|tilaukseni)|lopeta tilaus|poista minut listalta',
  'wypisz(?: mnie)?|wypisz się|anuluj subskrypcję|odhlásit(?: se| mě)?|odhlaste mě|odhlášení',
  'стоп|отписаться|отписка|отпишите(?: меня)?|отпиши меня|хочу отписаться|удалите меня(?: из рассылки)?|відписатися|відписка|відпишіть мене|хочу відписатися',
  'abonelikten (?:çık|çıkar|çıkmak istiyorum)|aboneliği(?:mi)? iptal(?: et| edin)?|dezabonare|dezabonați-mă|vreau să mă dezabonez|leiratkozás|leiratkozom|διαγραφή|απεγγραφή',
  '配信停止(?:希望|してください|をお願いします)?|配信を(?:停止|止めて)してください|登録解除(?:してください)?|退会|退订|退訂|取消订阅|取消訂閱|td|수신 ?거부|구독 ?취소|구독 ?해지',
].map((pattern) => new RegExp(`^(?:${pattern})$`, 'u'))

const PAUSE =
  /^(?:pause(?: me| this| it| the course| my course| (?:the |these )?(?:emails?|letters?|lessons?))?|(?:i (?:want|need|would like)|i'd like) (?:to pause|a pause)|(?:den kurs |kurs )?(?:pausieren|anhalten)|pausieren sie|ich (?:möchte|will) (?:gerne? )?(?:eine pause|pausieren)|eine pause|(?:hacer )?(?:una )?pausa|pausar(?: el curso)?|(?:mettre )?en pause|(?:faire )?une pause|(?:metti )?in pausa|pauze|pauzeren|paus|pausa kursen|sett på pause|tauko|pauza|wstrzymaj|pozastavit|пауза|приостановить|призупинити|duraklat|ara ver|szünet|pauză|παύση|一時停止|休止|暂停|暫停|일시 ?(?:중지|정지))$/u
