import { begins, ends, has, is, lines, type Wording } from './wording.ts'

const OPEN =
  "(?:(?:a|di|da|in|con|per|su|tra|fra|verso|senza) )?(?:chi|che cosa|che|cosa|cos'|quale?|quali|quanto|quanta|quanti|quante|dove|quando)|com'|come|dov'|perché"
const CONDITION = '(?:se|quando|ogni volta|dopo|prima|nel|in)[^?]{2,120}?, ?'

export const it: Wording = {
  // The verb often says alone who is meant: "Che cosa temi?", "Quando hai pianto?".
  reader: new RegExp(
    `(?<!\\p{L})(?:tu|te|ti|tuo[i]?|tu[ae]|voi|vi|vostr[oaie]|sei|hai|vuoi|puoi|fai|senti|pensi|vivi|cerchi|temi|desideri|avresti|faresti|vorresti|saresti|potresti|diresti|\\p{L}+(?:asti|esti|isti))(?!\\p{L})|^(?:${OPEN})(?: non)?(?: [lm][oaie])? \\p{L}{3,}i(?!\\p{L})(?! (?:è|sono|ha))`,
    'iu',
  ),
  familiar: has`tu | te | ti | tuo | tua | tuoi | tue | sei | hai | puoi | vuoi`,
  formal: has`la sua | il suo | le sue | i suoi`,
  speaker: has`io | mi | me | mio | mia | miei | mie`,
  us: has`noi | ci | nostr[oaie]`,
  someone: has`lui | lei | egli | ella | loro`,

  open: new RegExp(`^(?:${CONDITION})?(?:${OPEN})(?!\\p{L})`, 'iu'),
  inner: has`
    chi sei | sent* | paur* | tem[ieo]* | sper* | sogn* | desider* | manc* | rimpian* | perdon* | am[ai]
    amare | amato | vuoi | bisogno | cred[ie] | ricord* | fid[ai]*
    la tua (?:vita|mente|anima|infanzia|storia|casa|famiglia|giornata|fede)
    il tuo (?:cuore|corpo|passato|lavoro) | i tuoi (?:genitori|amici|giorni|sogni) | te stess[oa]
    ti (?:dici|importa|manca|aiuta|costa|trattiene) | ultima volta | prima volta | orgoglios[oa] | vergogn*
    sol[oa] | felice | grat[oa]
  `,
  loose:
    /(?<!\p{L})(?:questo|quello|ciò|così|lì|là)$|^(?:\S+ ){0,4}(?:di|a|con|su) (?:questo|quello|ciò)(?!\p{L})/iu,
  generic: is`
    quant[oaie](?!\p{L}).* | come (?:si|posso|faccio|si può|capire|fare)(?!\p{L}).*
    (?:posso|si può|devo|bisogna|è (?:possibile|normale|necessario))(?!\p{L}).*
    dove (?:si|posso|trovo)(?!\p{L}).* | che (?:succede se|devo)(?!\p{L}).*
  `,
  hollow: is`
    chi (?:non|lo sa|sa|se ne|l'avrebbe)(?!\p{L}).* | (?:e )?perché no.* | e allora | e adesso | e poi
    che (?:dire|altro|fare).* | cosa (?:aspetti|stai aspettando|hai da perdere).*
    (?:lo )?sapevi(?: che(?!\p{L}).*)? | sai (?:che|cosa|quanto)(?!\p{L}).* | (?:ti )?suona familiare
    ti sei mai chiest[oa].* | hai presente.* | riesci a immaginare.* | ti immagini.* | capisci | vedi
    .*, ?(?:no|vero|giusto|eh|non è vero|non credi|non trovi|sì|ok)
  `,
  errand: new RegExp(
    [
      has`
        comment* | qui sotto | condivid* (?:questo|con noi) | iscriv* | newsletter | clicc* | scaric*
        saperne di più | scopri di più | leggi (?:anche|tutto) | fammi sapere | facci sapere
        scrivimi | scrivici | contatt* | seguimi | questo (?:articolo|post|blog|testo)
        questa (?:pagina|ricetta|guida) | (?:il )?mio (?:corso|libro)
      `,
      is`
        (?:e )?(?:tu|voi)?,? ?(?:che )?(?:cosa )?ne (?:pensi|pensate|dici) | e (?:tu|voi)
        hai (?:ancora )?(?:domande|dubbi|suggerimenti).* | (?:sei )?pront[oa].*
        ti (?:è piaciuto|interessa).*
        (?:vuoi|vorresti|ti piacerebbe) (?:saperne|sapere|imparare|leggere|ricevere|partecipare)(?!\p{L}).*
        hai bisogno di aiuto.* | come posso aiutarti.*
      `,
    ]
      .map(({ source }) => source)
      .join('|'),
    'iu',
  ),
  reports: has`
    \p{L}+ (?:chiese|chiede|chiedeva|disse|dice|scrisse|rispose|pensò|gridò)
    (?:ha|mi ha|gli ho|le ho) (?:chiesto|detto)
  `,
  invites: has`
    chiediti | chiedetevi | (?:una|queste|questa|le|ultima) (?:ultima |sola )?domand[ae] | rifletti
    pensa a | prenditi | scrivi | sii sincer[oa] | esercizio | riflessione | per (?:oggi|questa settimana)
  `,
  answers: begins`
    perché | sì | no | niente | nulla | nessuno | mai | solo | quasi | la (?:risposta|verità) | è | era
    semplice | semplicemente | forse | certo | dipende | di solito | io
  `,
  lead: begins`
    (?:e|ma|o|oppure|allora|quindi|dunque|ora|adesso|poi|primo|infine|inoltre|per esempio|insomma),? ?
  `,
  danger: has`
    suicid* | togliersi la vita | toglierti la vita | togliermi la vita | ucciderti | uccidermi
    autolesion* | telefono amico | numero di emergenza | in pericolo | maltratt* | voglia di morire
  `,
  tied: begins`
    e | ed | ma | o | oppure | né | perché | poiché | che | chi | cui | quale | come | se | quando | dove
    mentre | allora | poi | dopo | così | anche | inoltre | neanche | però | tuttavia | quindi
    perciò | invece | è | era | sono | erano | ha | aveva | c'è | lui | lei | loro | essi | questo | quello
    questa | quella | questi | quelli | queste | quelle | suo | sua | suoi | sue | lo | gli (?:dissi|disse)
    ne
    qui | lì | là | già | solo | forse | un altro | un'altra | altri | altre | alcuni | alcune | molti
    tutti | tutto | niente | nessuno | sì | non | di | del | della | da | in | con | per | a | al | su | tra
    fra | senza
    caro | cara | ciao | oggi | ieri | due | tre
  `,
  unfinished: ends`
    il | lo | la | i | gli | le | l' | un | uno | una | di | del | della | dei | delle | da | dal | dalla
    in | nel | nella | con | per | a | al | alla | su | sul | sulla | tra | fra | senza | e | ed | o | ma
    né
    che | chi | cui | come | se | quando | dove | perché | mio | mia | tuo | tua | suo | sua | è | sono
    era | erano | ha | hanno | aveva | ho | hai | essere | avere | molto | più | meno | così | non | si | mi
    ti | ci | vi | ne
    questo | questa | ogni | tutto | tutti | anche | già | solo | io | lui | lei | disse | dice
  `,
  turns: begins`perché | poiché | ma | e | però`,
  occasion: begins`(?:quando|se) (?:non )?(?:ti|sei|hai|tutto|nessuno|niente)`,
  empty: is`
    introduzione | prefazione | premessa | prologo | riassunto | conclusion[ei] | in conclusione
    per concludere | epilogo | fonti | note | riferimenti | bibliografia | domande frequenti
    (?:parte|capitolo|sezione|lezione|passo|giorno|settimana)(?: (?:\d+|[ivxl]+|uno|una|due|tre|quattro|cinque|sei|sette))?
  `,
  number:
    /^(?:passo|consiglio|giorno|settimana|lezione|parte|capitolo|regola|motivo|errore|punto|fase) ?(?:\d{1,3}|[ivxl]{1,5}|un[oa]|due|tre|quattro|cinque)\s*[:.)–—-]\s*(?=\S)/i,

  prompts: {
    occasion: lines`
      {}, di che cosa hai più bisogno?
      {}, che cosa ti dici?
      {}, che cosa ti ha già aiutato?
    `,
    statement: lines`
      «{}» In che cosa è vero per te, e in che cosa no?
      «{}» Che cosa ti fa venire in mente della tua vita?
      «{}» Quando l'hai sperimentato l'ultima volta?
      «{}» Che cosa risponderesti, in tutta sincerità?
    `,
    topic: lines`
      Quale pensiero vorresti conservare, e che cosa cambierebbe per te?
      In che cosa la tua esperienza è diversa da quello che hai appena letto?
      Che cosa aggiungeresti qui della tua vita?
      Quale frase di «{}» vorresti ricordare, e perché proprio quella?
      Che cosa diresti a chi non ci ha mai pensato?
      Dopo «{}», quale sarebbe il tuo primo piccolo passo, e quando potresti farlo?
    `,
    story: lines`
      Quale momento ti è rimasto, e che cosa tocca nella tua vita?
      A chi, nella tua vita, hai pensato leggendo?
      Quale ricordo tuo ha risvegliato «{}»?
      Che cosa vorresti dire a chi ha scritto queste righe, e perché?
      Dove hai ritrovato un po' di te in «{}»?
      Dopo «{}», che cosa ti viene voglia di raccontare, e a chi?
    `,
    facts: lines`
      Che cosa ti ha sorpreso di più qui, e che cosa credevi prima?
      Se stasera ne parlassi a un amico, da dove cominceresti?
      Dopo «{}», che cosa vorresti ancora chiedere?
      Dove hai visto qualcosa di simile con i tuoi occhi?
      Che cosa guarderai con altri occhi dopo «{}»?
      Quale dettaglio ricorderai tra un anno, e perché proprio quello?
    `,
    opening: lines`Che cosa ti porta a «{}», e che cosa speri di trovarci?`,
    answers: lines`
      Che cosa avresti chiesto dopo?
      Che cosa ti ha sorpreso in questa risposta, e che cosa ti aspettavi?
      Se potessi fare ancora una domanda, quale sarebbe?
      Che cosa ne pensavi fino a oggi?
      A chi leggeresti volentieri questa risposta, e perché?
    `,
  },
}
