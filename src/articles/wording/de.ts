import { subjectsDe } from './subjects-de.ts'
import { begins, ends, has, is, lines, type Wording } from './wording.ts'

// Sie and sie differ by their capital, so these are the only expressions that mind it; at a sentence's beginning
// nobody can tell.
const FAMILIAR = '[Dd](?:u|ich|ir|ein\\p{L}*)|[Ee](?:uch|uer|ure\\p{L}*)'
const FORMAL = '(?<!^|[.!?:…“„] ?)(?:Sie|Ihnen|Ihr\\p{L}*)'
const word = (expression: string) => new RegExp(`(?<!\\p{L})(?:${expression})(?!\\p{L})`, 'u')

const OPEN =
  'was|wer|wen|wem|wessen|wie|wo|wohin|woher|wann|warum|weshalb|wieso|wozu|womit|wovon|wovor|wofür|woran|worauf|worüber|wodurch|worin|woraus|worum|wonach|wobei|wogegen|welche[mnrs]?|(?:an|auf|aus|bei|für|gegen|in|mit|nach|ohne|seit|über|um|unter|von|vor|zu|zwischen) (?:was|wem|wen|welche[mnrs]?|wessen)'
const CONDITION = '(?:wenn|falls|als|sobald|bevor|nachdem|solange|angenommen|stell)[^?]{2,120}?[,–—] ?'
const VERB =
  'bist|ist|sind|war(?:st|en)?|hast|hat|habe|haben|hatte(?:st|n)?|hätte(?:st|n)?|wäre(?:st|n)?|wirst|wird|werden|würde(?:st|n)?|kann(?:st)?|können|könnte(?:st|n)?|will(?:st)?|wollen|möchte(?:st|n)?|magst|mögen|darf(?:st)?|dürfen|soll(?:st|te|test|ten)?|sollen|muss(?:t)?|müssen|weißt|wissen|gibt|geht'

export const de: Wording = {
  reader: word(`${FAMILIAR}|${FORMAL}`),
  familiar: word(FAMILIAR),
  formal: word(FORMAL),
  speaker: has`ich | mich | mir | mein*`,
  us: has`wir | uns | unser* | man`,
  someone: has`er | ihn | ihm | sein* | sie`,

  asks: new RegExp(
    `^(?:${CONDITION})?(?:${OPEN}|${VERB}|\\p{L}+(?:st|t|en|e) (?:du|sie|ihr|es|er|wir|dich|dir|ihnen|euch|ich|man))(?!\\p{L})`,
    'iu',
  ),
  open: new RegExp(`^(?:${CONDITION})?(?:${OPEN})(?!\\p{L})`, 'iu'),
  inner: has`
    wer bist du | wer sind sie | fühl* | gefühl* | angst | fürcht* | hoff* | träum* | traum | sehn*
    vermiss* | bereu*
    trauer* | lieb(?:st|en|e|te*) | wünsch* | brauchst | brauchen sie | glaubst | glauben sie | erinner*
    vertrau*
    verzeih* | loslassen | lässt du los | festhältst | hältst du | schäm* | stolz | einsam | dankbar
    sehnsucht
    (?:dein|ihr)(?:e|em|en|er|es)? (?:eigen* )?(?:leben|herz|körper|kopf|kindheit|geschichte|tag|alltag|arbeit|zuhause)
    (?:dein|ihr)(?:e|em|en|er|es)? (?:familie|mutter|vater|eltern|freunde|ehe|beziehung|glaube|gewohnheiten?|werte)
    (?:dir|ihnen|dich|sie) (?:selbst|wichtig|fehlt|am herzen) | im leben | zum letzten mal | letzte mal
    erste mal
  `,
  loose:
    /(?<!\p{L})(?:das|dies|diese[mnrs]?|davon|dazu|damit|daran|darauf|dagegen|darüber|darum|dafür|es|ihn|ihm|ihr|dann|so|da|dort|welche)$|^(?:\S+ ){0,3}(?:das|dies|es) (?:ist|war|bedeutet|heißt|klingt|denn)(?!\p{L})|^(?:ist|war|klingt|macht|geht|kommt|gilt|hilft|stimmt) (?:das|dies|es|dir das|ihnen das)(?!\p{L})/iu,
  generic: is`
    wie (?:lange|oft|viele?|weit|bald|groß|hoch|teuer|alt)(?!\p{L}).*
    (?:wie|wo|wann|woran) (?:kann|können|erkenn\p{L}*|merk\p{L}*|weiß|wissen|find\p{L}*|bekomm\p{L}*|mach\p{L}*|benutz\p{L}*|reinig\p{L}*) (?:ich|man|du|sie|wir)(?!\p{L}).*
    (?:kann|können|muss|müssen|soll\p{L}*|darf|dürfen) (?:ich|man|du|sie|wir)(?!\p{L}).*
    was (?:tun|passiert|ist, wenn)(?!\p{L}).*
    brauch(?:e|t|st|en) (?:ich|man|du|sie|wir)(?!\p{L}).*
    was (?:brauch|muss|soll)\p{L}* (?:ich|man)(?!\p{L}).*
  `,
  hollow: is`
    wer (?:weiß|kennt|will|würde|hätte|kann|möchte|denkt|braucht|hat) (?:schon|das nicht|nicht|es|sich nicht)(?!\p{L}).*
    wer weiß.* | warum (?:auch )?nicht.* | na und | und nun | und jetzt
    was (?:nun|jetzt|sonst|soll's|soll das|soll ich)(?!\p{L}).*
    worauf (?:wartest du|warten sie)(?: noch)? | was (?:hast du|haben sie) zu verlieren
    was gibt es schöneres.*
    (?:weißt du|wissen sie)(?:,? (?:was|noch|dass|wie|wovon).*)? | (?:wusstest du|wussten sie).*
    erinnerst du dich
    (?:kennst du|kennen sie) das(?:(?!\p{L}).*)? | (?:verstehst du|verstehen sie)(?:,? was.*)? | klingt .*
    schon mal .*
    (?:hast du|haben sie) (?:dich|sich)? ?(?:schon )?(?:(?:ein)?mal|je|jemals) gefragt.*
    ist (?:das|es) nicht.* | wie kann (?:man|er|sie) nur.*
    (?:kannst du dir|können sie sich) (?:das )?vorstellen.* | was (?:ist|war) (?:schon|denn) dabei.*
    wie (?:geht's|bitte)
    .*[,–—] ?(?:oder|nicht|nicht wahr|oder nicht|stimmt's|richtig|ne|gell|oder etwa nicht)
  `,
  errand: new RegExp(
    [
      has`
        kommentar* | hier unten | unten in den | teile? (?:es|diesen|den|deine|ihre) | teilen sie
        newsletter | abonnier* | anmelden
        klick* | mehr (?:erfahren|wissen|lesen|dazu) | weiterlesen | schreib(?:e|en sie)? (?:mir|uns)
        melde dich | melden sie sich
        unser(?:e|em|en)? (?:kurs|angebot|team|shop|produkte?)
        mein(?:e|en|em)? (?:kurs|buch|angebot|newsletter|coaching)
        diese[mnrs]? (?:artikel|beitrag|blog|seite|anleitung|rezept|text) | kontakt | herunterladen | buchen
      `,
      is`
        (?:und )?was (?:denkst du|denken sie|meinst du|meinen sie|sagst du|sagen sie)(?: (?:dazu|darüber|davon))?
        und (?:du|sie)
        (?:noch |hast du |haben sie )?(?:noch )?(?:fragen|anregungen|ideen|tipps).*
        (?:bist du|sind sie)? ?(?:bereit|neugierig|interessiert).*
        lust (?:auf|bekommen).* | (?:brauchst du|brauchen sie) hilfe.*
        (?:hat|hättest|wie hat) (?:dir|ihnen) .* gefallen
        (?:möchtest du|möchten sie|willst du|wollen sie) (?:mehr|wissen|lernen|mitmachen|dabei sein)(?!\p{L}).*
      `,
    ]
      .map(({ source }) => source)
      .join('|'),
    'iu',
  ),
  reports: has`
    \p{L}+ (?:fragte|fragt|fragten|sagte|sagt|schrieb|schreibt|rief|flüsterte|antwortete|dachte|wollte wissen)
    (?:fragte|sagte|schrieb) (?:er|sie|ich|mich|ihn|wir)
  `,
  invites: has`
    frag(?:e|en sie)? (?:dich|sich|euch) | frag dein herz
    (?:eine|diese|die|ein paar|letzte|nächste) (?:\p{L}+ )?fragen?
    überleg(?:e|en sie)? | denk(?:e|en sie)? (?:einmal )?(?:darüber )?nach | zum nachdenken
    schreib(?:e|en sie)? (?:dir |sich )?auf
    nimm dir | nehmen sie sich | sei ehrlich | seien sie ehrlich | übung | reflexion | impuls
    für (?:heute|diese woche) | sag mir
  `,
  answers: begins`
    weil | ja | nein | nichts | niemand | nie | nicht | nur | fast | kaum
    die (?:kurze |einfache |ehrliche )?antwort | es ist
    das (?:ist|war|liegt|kommt) | ganz einfach | einfach | vielleicht | natürlich | meistens | ungefähr
    etwa | ich (?:war|bin|habe|glaube)
  `,
  lead: begins`
    (?:und|aber|oder|also|denn|nun|doch|dann|jetzt|erstens|zweitens|drittens|zuletzt|schließlich|außerdem|zum beispiel),? ?
  `,

  danger: has`
    suizid* | selbstmord* | selbsttötung | umbringen | das leben (?:nehmen|genommen) | telefonseelsorge
    krisentelefon | notruf*
    hilfetelefon | selbstverletz* | nicht mehr leben | sterben wollen | in gefahr | misshandel*
    nummer gegen kummer
  `,

  tied: begins`
    und | aber | oder | denn | doch | sondern | also | deshalb | darum | deswegen | trotzdem | dennoch
    außerdem | auch | dann
    danach | dabei | dazu | davon | damit | daran | darauf | darin | so | sonst | wenn | weil | da | dass | ob
    obwohl | während | bevor
    nachdem | als | wie | dessen | deren | welche* | er | sie | es | ihn | ihm | ihr*
    sein | seine* | dies* | jene* | solche*
    hier | dort | das (?:ist|war|sind|waren|heißt|hat|kann|geht|wird|macht|muss|sollte|liegt) | nur | noch
    schon | nicht | kein* | manche
    manchmal | andere* | einige* | viele | alle | beide | zwei | drei | erst | zuerst | später | plötzlich
    ja | nein | vielleicht | zu | um | mit
    von | bei | nach | für | auf | an | aus | in | im | am | zum | zur | über | unter | vor | ohne | gegen
    darüber | darunter | bleibt | bleiben | liebe | lieber | hallo | heute | gestern
  `,
  relative: begins`der | die | das | den | dem | deren | dessen`,
  unfinished: ends`
    der | die | das | den | dem | des | ein | eine | einen | einem | einer | eines | kein* | mein | meine*
    dein | deine* | sein | seine*
    ihr | ihre* | unser | unsere* | und | oder | aber | denn | dass | weil | wenn | als | wie | ob | zu | um
    mit | von | bei | nach | für | auf | an
    aus | in | im | am | zum | zur | über | unter | vor | ohne | gegen | durch | zwischen | bis | ist | sind
    war | waren | hat | haben | hatte
    hatten | wird | werden | wurde | wurden | kann | können | konnte | muss | müssen | musste | soll
    sollte | will | wollte | würde | nicht
    sehr | so | mehr | nur | auch | noch | schon | ich | er | sie | es | wir | du | man | dies* | jede*
    alle | mir | mich | sich | was | wer | wo
  `,
  turns: begins`weil | obwohl | und | aber | denn | sondern`,

  occasion: begins`wenn (?:du|sie|man|wir|niemand|das|der|die|dein*|ihr*|nichts|alles)`,
  statement: begins`
    (?:du|sie|wir|niemand|jeder|alles|nichts|manchmal|nicht jeder) \p{L}+(?:st|t|en|ist|sind|bist)
  `,
  empty: is`
    einleitung | einführung | vorwort | überblick | zusammenfassung | fazit | schluss | schlusswort
    zum schluss | nachwort | ausblick
    hintergrund | quellen | literatur | anmerkungen | kurz gesagt | häufige fragen
    (?:teil|kapitel|abschnitt|lektion|schritt|tag|woche)(?: (?:\d+|[ivxl]+|eins|zwei|drei|vier|fünf|sechs|sieben))?
  `,
  number:
    /^(?:schritt|tipp|tag|woche|lektion|teil|kapitel|regel|grund|nr\.?|fehler|punkt|phase) ?(?:\d{1,3}|[ivxl]{1,5}|eins|zwei|drei|vier|fünf)\s*[:.)–—-]\s*(?=\S)/i,

  subjects: subjectsDe,

  prompts: {
    occasion: lines`
      {}, was {brauchst du|brauchen Sie} dann am meisten?
      {}, was {sagst du dir|sagen Sie sich} dann?
      {}, was hat {dir|Ihnen} schon einmal geholfen?
    `,
    statement: lines`
      „{}“ Wo trifft das auf {dich|Sie} zu, und wo nicht?
      „{}“ Was aus {deinem|Ihrem} eigenen Leben fällt {dir|Ihnen} dazu ein?
      „{}“ Wann {hast du|haben Sie} das zuletzt selbst erlebt?
      „{}“ Was {würdest du|würden Sie} darauf antworten, ganz ehrlich?
    `,
    topic: lines`
      Welchen Gedanken {möchtest du|möchten Sie} behalten, und was würde er bei {dir|Ihnen} ändern?
      Wo ist {deine|Ihre} eigene Erfahrung eine andere als die, von der {du|Sie} eben gelesen {hast|haben}?
      Was {würdest du|würden Sie} hier aus {deinem|Ihrem} eigenen Leben hinzufügen?
      Welchen einen Satz aus „{}“ {möchtest du dir|möchten Sie sich} merken, und warum gerade den?
      Was {würdest du|würden Sie} jemandem sagen, der noch nie darüber nachgedacht hat?
      Was wäre nach „{}“ ein erster kleiner Schritt für {dich|Sie}, und wann könnte er geschehen?
    `,
    story: lines`
      Welcher Augenblick ist {dir|Ihnen} geblieben, und woran rührt er in {deinem|Ihrem} eigenen Leben?
      An wen aus {deinem|Ihrem} Leben {hast du|haben Sie} beim Lesen gedacht?
      Welche eigene Erinnerung hat „{}“ in {dir|Ihnen} geweckt?
      Was {würdest du|würden Sie} dem Menschen, der das geschrieben hat, gern sagen, und warum?
      Wo {hast du dich|haben Sie sich} in „{}“ ein wenig wiedererkannt?
      Was {möchtest du|möchten Sie} nach „{}“ erzählen, und wem?
      Welchen Satz aus „{}“ {möchtest du|möchten Sie} behalten, und was sagt er {dir|Ihnen}?
    `,
    facts: lines`
      Was hat {dich|Sie} hier am meisten überrascht, und was {hattest du|hatten Sie} bisher geglaubt?
      Wenn {du|Sie} heute Abend jemandem davon erzählen {würdest|würden}: Womit {würdest du|würden Sie} anfangen?
      Was {möchtest du|möchten Sie} nach „{}“ noch fragen?
      Wo {bist du|sind Sie} so etwas selbst schon begegnet?
      Was {wirst du|werden Sie} nach „{}“ mit anderen Augen sehen?
      Welche Einzelheit {wirst du|werden Sie} in einem Jahr noch wissen, und warum gerade diese?
      Wo {würdest du|würden Sie} widersprechen, und was {hast du|haben Sie} gesehen, das dafür spricht?
    `,
    opening: lines`Was führt {dich|Sie} zu „{}“, und was {hoffst du|hoffen Sie} hier zu finden?`,
    answers: lines`
      Was {hättest du|hätten Sie} als Nächstes gefragt?
      Was hat {dich|Sie} an dieser Antwort überrascht, und was {hattest du|hatten Sie} erwartet?
      Wenn {du|Sie} noch eine Frage stellen {könntest|könnten}: Welche wäre es?
      Was {hast du|haben Sie} darüber bis jetzt geglaubt?
      Wo war {deine|Ihre} eigene Erfahrung eine andere?
      Wem {würdest du|würden Sie} diese Antwort gern vorlesen, und warum?
    `,
  },
}
