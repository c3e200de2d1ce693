import { subjects } from './subjects.ts'

/** What articles are about, and what a person may be asked about it. The more particular subjects stand first. */
export const subjectsDe = subjects`
  ex | trennung* | getrennt | scheidung* | geschieden* | ex-partner* | verlassen hat | liebeskummer
    Was {hast du dir|haben Sie sich} von dieser Liebe erhofft, und wo {könntest du|könnten Sie} es noch finden?

  ehe | ehemann | ehefrau | partner* | beziehung* | verliebt* | paar | paare | liebe | heirat*
    Wofür {möchtest du|möchten Sie} geliebt werden?
    Was {wünschst du dir|wünschen Sie sich}, dass ein naher Mensch {dich|Sie} einmal fragt?

  tod | gestorben | starb | sterben | trauer* | beerdigung | grab | witwe* | verlust | verstorben*
    Wer fehlt {dir|Ihnen}, und was {würdest du|würden Sie} diesem Menschen heute sagen?
    Was hat jemand, der nicht mehr da ist, in {dir|Ihnen} zurückgelassen, das {du|Sie} behalten {möchtest|möchten}?

  vergeb* | verzeih* | entschuldig* | groll | wut | wütend | zorn | streit* | gestritten | verrat*
    Mit wem ist noch etwas ungesagt, und wie würde der erste Satz lauten?
    Was {müsstest du|müssten Sie} aufgeben, um verzeihen zu können?

  angst | ängste | fürcht* | furcht | mut | mutig* | panik | sorge* | sorgen | nervös* | trau*
    Wovor {hast du|haben Sie} gerade Angst, und was könnte dahinter liegen?
    Wann {hast du|haben Sie} zuletzt etwas getan, obwohl {du dich|Sie sich} davor gefürchtet {hast|haben}?

  loslassen | festhalten | losgelassen | klammer* | abschied* | verabschied* | aufgeben
    Woran {hältst du|halten Sie} fest, und was könnte geschehen, wenn {du losließest|Sie losließen}?
    Was {hast du|haben Sie} einmal losgelassen, und was kam an seine Stelle?

  selbstbild | selbstwert* | selbstbewusst* | vergleich* | meinung* | anerkennung | scham | schäm* | ego
  genug
    Wessen Meinung über {dich|Sie} wiegt am schwersten, und warum gerade diese?
    Wie {würdest du dich|würden Sie sich} jemandem beschreiben, der nichts von {dir|Ihnen} will?

  grenzen | nein | nein sagen | schuldgefühl* | gefallen | pflicht* | verpflicht* | erwartung*
    Wozu {möchtest du|möchten Sie} Nein sagen, und wofür wäre dann Platz?

  gott | gebet* | bete* | glaube* | kirche | seele | geist | spirituell* | heilig* | meditation | stille
    Worauf {vertraust du|vertrauen Sie}, wenn {du|Sie} keinen Weg {siehst|sehen}?
    Wann {warst du|waren Sie} zuletzt ganz still, und was {hast du|haben Sie} gehört?

  handy* | smartphone* | bildschirm* | app | apps | nachrichten | scroll* | internet | online | ablenk*
  aufmerksamkeit
    Wonach {greifst du|greifen Sie} eigentlich, wenn {du|Sie} zum Telefon {greifst|greifen}?
    Wann war {deine|Ihre} Aufmerksamkeit zuletzt ungeteilt, und was hielt sie fest?

  schlaf* | schlief* | müde* | müdigkeit | erschöpf* | bett | ausruhen | ruhe | pause* | erhol* | wach
    Wann {hast du dich|haben Sie sich} zuletzt ausgeruht, ohne es verdienen zu wollen?
    Was hält {dich|Sie} wach, und was lässt {dich|Sie} zur Ruhe kommen?

  gewohnheit* | routine* | jeden (?:tag|morgen|abend) | täglich* | ritual* | disziplin | aufschieb*
    Welche kleine Gewohnheit trägt mehr von {deinem|Ihrem} Tag, als man ihr ansieht?
    Was {würdest du|würden Sie} gern jeden Tag tun, und was kommt dazwischen?

  brot* | teig* | sauerteig | suppe* | rezept* | koch* | ofen | topf | essen | küche | salz | butter
  zwiebel* | mehl | backen
    Welches Gericht bringt {dich|Sie} sofort zurück, und wohin?
    Wer hat für {dich|Sie} gekocht, als {du|Sie} es {brauchtest|brauchten}, und was gab es?
    Was {machst du|machen Sie} gern langsam, obwohl es schneller ginge?

  garten* | gärten | samen | saat | säen | erde | kompost | pflanze* | blume* | wurzel* | ernte* | beet*
  baum | bäume
    Was {hast du|haben Sie} wachsen sehen, weil {du|Sie} geduldig {warst|waren}?
    Was {möchtest du|möchten Sie} pflanzen, auch wenn {du|Sie} die Blüte vielleicht nicht mehr {siehst|sehen}?

  hund* | katze* | bienen* | imker* | pferd* | vogel | vögel | tier | tiere* | haustier*
    Welches Tier hat {dir|Ihnen} etwas bedeutet, und was {hast du|haben Sie} durch es verstanden?
    Was verlangt es von {dir|Ihnen}, für ein anderes Wesen zu sorgen, und was gibt es {dir|Ihnen}?

  reparier* | reparatur* | werkzeug* | schraube* | rost* | fahrrad* | kette | bremse* | werkstatt | flicken
    Was {hast du|haben Sie} schon einmal repariert, statt es zu ersetzen, und was hat das mit {dir|Ihnen} gemacht?
    Was in {deinem|Ihrem} Leben wäre ein Wochenende Reparatur wert?

  schreib* | geschrieben | notizbuch | tagebuch | seiten | gedicht* | roman* | malen | zeichn* | kreativ*
  künstler*
    Was {würdest du|würden Sie} machen, wenn es nie jemand zu sehen bekäme?
    Was {willst du|wollen Sie} schon lange aufschreiben, und für wen?

  klavier* | lied | lieder | musik* | sing* | chor | melodie* | instrument* | konzert*
    Welches Lied, welcher Klang bringt {dir|Ihnen} jemanden zurück?

  lern* | anfänger* | lehrer* | üben | übung* | kurs | unterricht | schüler* | sprache* | grammatik
  vokabel* | schwimm*
    Was {würdest du|würden Sie} gern lernen, und was hat {dich|Sie} bisher davon abgehalten?
    Wann {warst du|waren Sie} zuletzt in etwas Anfänger, und wie war das?

  chef* | kolleg* | büro* | team* | besprechung* | karriere | beruf* | arbeitsplatz | gehalt | firma
  überstunden
    Was hätte {dir|Ihnen} jemand sagen sollen, als {du|Sie} mit {deiner|Ihrer} Arbeit angefangen {hast|haben}?
    Welchen Teil {deiner|Ihrer} Arbeit {würdest du|würden Sie} am meisten vermissen?

  geld* | schulden | sparen | gespart | bank | ausgeben | ausgaben | einkommen | lohn | miete | euro
    Was konnte Geld für {dich|Sie} tun, und was nicht?

  arzt | ärztin | ärzte | krank* | schmerz* | krankenhaus | diagnose* | behandlung* | symptom* | demenz
  pflege*
    Was hat {dir|Ihnen} eine Krankheit, die eigene oder eine fremde, darüber gezeigt, was zählt?
    Wen {hättest du|hätten Sie} an einem schlechten Tag gern bei {dir|Ihnen}, und was sollte dieser Mensch tun?

  mutter | vater | vaters | eltern | großmutter | großvater | oma | opa | großeltern | sohn | tochter
  geschwister | bruder | schwester
    Was {hast du|haben Sie} von {deinen|Ihren} Eltern übernommen, ohne es je zu beschließen?
    Was {würdest du deine|würden Sie Ihre} Eltern noch fragen, wenn es ginge?

  kind | kinder* | baby* | enkel* | erziehung | jugendliche*
    Was hat {dir|Ihnen} ein Kind gezeigt, das kein Erwachsener hätte zeigen können?
    Was soll ein Kind von {dir|Ihnen} lernen, ohne dass {du|Sie} ein Wort {sagst|sagen}?

  nachbar* | treppenhaus | grüß* | gruß | fremde* | unbekannt* | freund* | freundschaft* | allein | einsam*
  guten morgen
    Wen {wolltest du|wollten Sie} schon lange anrufen, und was {würdest du|würden Sie} zuerst sagen?
    Welcher Fremde ist {dir|Ihnen} im Gedächtnis geblieben, und wofür?
    Wann {fühlst du dich|fühlen Sie sich} am wenigsten allein, und wer ist dann da?

  stadt | straße* | platz | dorf | viertel | park | bank | bänke | gemeinde | öffentlich* | markt
    Wo in {deinem|Ihrem} Ort {triffst du|treffen Sie} Menschen, die {du dir|Sie sich} nicht ausgesucht {hättest|hätten}?
    Für welchen Ort dort, wo {du lebst|Sie leben}, {würdest du|würden Sie} eintreten, und was hat er {dir|Ihnen} gegeben?

  wahrheit | ehrlich* | lüge* | gelogen | geheimnis* | gespräch* | schweig* | zuhören | zugehört | reden
  geredet | streit
    Was ist wahr und von {dir|Ihnen} noch nicht ausgesprochen, und wem {würdest du|würden Sie} es sagen?
    Wer hört {dir|Ihnen} so zu, dass {du|Sie} mehr {sagst|sagen}, als {du wolltest|Sie wollten}?

  auto* | autofahr* | führerschein | fahren | fährt | autoschlüssel | schlüssel | steuer | bus | zug | bahn
    Was {könntest du|könnten Sie} am schwersten aus der Hand geben, und wofür steht es?
    Worin {möchtest du|möchten Sie} selbstständig bleiben, solange es geht, und wer dürfte {dir|Ihnen} sagen, dass es genug ist?

  reise* | reisen | fähre* | insel* | flughafen | hotel* | boot* | hafen | strand | landkarte | koffer
  urlaub
    Welche Reise hat {dich|Sie} verändert, und wo unterwegs ist es geschehen?
    Was {suchst du|suchen Sie}, wenn {du weggehst|Sie weggehen}, und was {findest du|finden Sie}?

  gehen | gegangen | spazier* | laufen | lief | schritte | weg | wander* | körper* | atem* | atmen | sport
    Was weiß {dein|Ihr} Körper, das {du|Sie} gern {übersiehst|übersehen}?
    Wohin {gehst du|gehen Sie}, wenn {du dich|Sie sich} bewegen {musst|müssen}, und was wird unterwegs klarer?

  dachboden | keller | schrank | schubladen* | kisten | aufräum* | ausmist* | möbel | haus | wohnung
  zimmer | zuhause
    Was {würdest du|würden Sie} aus {deinem|Ihrem} Zuhause als Erstes retten, und was ist darin aufbewahrt?
    Wo {fühlst du dich|fühlen Sie sich} zu Hause, und was macht es dazu?

  entscheid* | entschluss | wahl | veränder* | verändern | wandel | kündig* | zweifel* | anfang*
    Welche Entscheidung {schiebst du|schieben Sie} auf, und was soll inzwischen geschehen?
    Was hat sich in {dir|Ihnen} verändert, das andere noch nicht bemerkt haben?

  scheiter* | gescheitert | fehler* | falsch | perfekt* | misserfolg*
    Welcher {deiner|Ihrer} Fehler war am Ende seinen Preis wert?

  dankbar* | dank | freude* | glück* | lachen | lachte
    Was war heute gut, und sei es noch so klein?
`
