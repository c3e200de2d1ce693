import { begins, ends, has, is, lines, type Wording } from './wording.ts'

const OPEN =
  '(?:(?:o|w|we|na|z|ze|do|dla|od|za|przez|bez|po|przed|nad|u) )?(?:co|czego|czemu|czym|kto|kogo|komu|kim|jak|kiedy|gdzie|dokąd|skąd|dlaczego|ile|ilu|jak(?:i|a|ie|iego|iej|im|ich|ą)|któr\\p{L}+|czyj\\p{L}*)|po co'
const CONDITION = '(?:jeśli|gdy|gdyby|gdybyś|kiedy|jeżeli|zanim|po|w)[^?]{2,120}?, ?(?:to )?'

export const pl: Wording = {
  // "Czego się boisz?" needs no pronoun.
  reader: has`
    ty | ciebie | cię | ci | tobie | tobą | tw(?:ój|oja|oje|oi|ojego|ojej|ojemu|oim|oich|oją) | pan | pani
    państw* | (?!nasz|wasz)\p{L}{2,}sz | \p{L}+(?:łeś|łaś|łbyś|łabyś) | (?:jesteś|byłeś|byłaś)
  `,
  speaker: has`ja | mnie | mi | mną | m(?:ój|oja|oje|oi|ojego|ojej|oim|oich|oją)`,
  us: has`my | nas | nam | nami | nasz*`,
  someone: has`on | ona | jego | jej | jemu | go`,

  open: new RegExp(`^(?:${CONDITION})?(?:${OPEN})(?!\\p{L})`, 'iu'),
  inner: has`
    kim jesteś | czuj* | uczuci* | boisz | bać | strach* | lęk* | nadziej* | marz* | pragn* | tęskni*
    brakuje | żału* | wybacz* | kocha* | lubisz | wierz* | pamięta* | ufasz | zaufa* | odpuśc*
    potrzebujesz | ważn* | dumn* | wstyd* | samotn* | szczęś* | wdzięczn* | siebie | sobie | sobą
    (?:twoje|twoim|twojego|swoim|swoje|swojego) (?:życi\p{L}*|serc\p{L}*|ciał\p{L}*|domu?|dzieciństw\p{L}*)
    twoich? rodzic* | ostatni raz | pierwszy raz
  `,
  loose: /(?<!\p{L})(?:to|tego|temu|tym|tam|tak)$|^(?:i |a )?to(?!\p{L})/iu,
  generic: is`
    ile(?! razy)(?!\p{L}).* | jak (?:długo|często|można|wybrać|zrobić|poznać|się)(?!\p{L}).*
    czy (?:można|trzeba|muszę|mogę|warto|należy)(?!\p{L}).* | gdzie (?:kupić|znaleźć|można)(?!\p{L}).*
    co (?:zrobić|jeśli|robić)(?!\p{L}).*
  `,
  hollow: is`
    (?:a )?kto (?:nie|wie|by|powiedział)(?!\p{L}).* | (?:a )?(?:czemu|dlaczego) (?:by )?nie.*
    i co z tego.* | i co (?:teraz|dalej).* | co (?:jeszcze|teraz|dalej)(?!\p{L}).* | na co czekasz.*
    co masz do stracenia.*
    (?:czy )?(?:wiesz|wiedziałeś|wiedziałaś|wiecie)(?:,? .*)? | brzmi znajomo.*
    czy (?:kiedykolwiek )?zastanawia\p{L}+ się.* | (?:czy )?wyobrażasz sobie.* | czyż.* | czy to nie.*
    rozumiesz.* | widzisz
    .*, ?(?:prawda|nie|tak|co|no nie|nieprawdaż|czyż nie)
  `,
  errand: has`
    komentarz* | poniżej | udostępni* | podziel się | subskryb* | newsletter* | zapisz się | kliknij
    pobierz | dowiedzieć się więcej | więcej informacji | czytaj | daj znać | napisz do | skontaktuj
    kontakt* | ten (?:artykuł|wpis|przepis) | tej (?:stronie|stronę)
    co (?:o tym )?(?:sądzisz|myślisz|myślicie)$ | a ty$ | (?:masz|macie) (?:jakieś )?pytania$ | gotow[yai]$
    podobał* | chcesz (?:wiedzieć|więcej|otrzymywać) | potrzebujesz pomocy
  `,
  reports: has`
    \p{L}+ (?:zapytał|zapytała|pyta|pytał|pytała|powiedział|powiedziała|mówi|napisał|napisała|odpowiedział|pomyślał|zawołał|szepnął)
    (?:zapytał|powiedział)[ae]?m
  `,
  invites: has`
    zapytaj siebie | zadaj sobie | (?:jedno|te|to|ostatnie|kilka) pyta(?:nie|nia|ń) | zastanów się | pomyśl
    zapisz | wyobraź sobie | bądź szczer[ya] | ćwiczenie | na (?:dziś|ten tydzień) | powiedz mi
  `,
  answers: begins`
    bo | ponieważ | tak | nie | nic | nikt | nigdy | tylko | prawie | odpowiedź | to | jest | po prostu
    może | oczywiście | zwykle | około | ja
  `,
  lead: begins`
    (?:i|a|ale|albo|więc|zatem|teraz|wtedy|po pierwsze|po drugie|wreszcie|na koniec|na przykład),? ?
  `,
  danger: has`
    samobójstw* | samobójcz* | odebrać sobie życie | zabić się | telefon zaufania | numer alarmowy
    samookalecz* | w niebezpieczeństwie | przemoc* domow* | chcę umrzeć
  `,
  tied: begins`
    i | a | ale | lub | albo | bo | więc | oraz | lecz | że | żeby | aby | który | która | które | którzy
    gdzie | gdy | kiedy | jeśli | choć | chociaż | ponieważ | dlatego | także | też | potem | następnie
    jednak | zatem | jak | on | ona | ono | oni | jego | jej | ich | mu | to | ten | ta | te | ci | tamten
    taki | taka | takie
    tu | tutaj | tam | już | jeszcze | tylko | nawet | może | inny | inna | inne | niektóre | niektórzy
    wiele | wszyscy | wszystko | nic | nikt | tak | nie | w | we | na | z | ze | do | dla | od | za | przez
    bez | po | przed | nad | u | o | drogi | droga | witaj | dziś | wczoraj | dwa | dwie | trzy | był | była
    było | były | jest | są
  `,
  unfinished: ends`
    w | we | na | z | ze | do | dla | od | za | przez | bez | po | przed | nad | u | o | między | i | a
    ale | lub | albo | że | żeby | jak | jeśli | gdy | gdzie | który | która | które | nie | się | bardzo
    bardziej | mój | moja | swój | swoja | jego | jej | ich | ten | ta | te | każdy | każda | jest | są
    był | była | było | były | będzie | ma | mają
    miał | ja | on | ona | oni | my | wy | ty | powiedział | powiedziała | tylko | już | jeszcze | tak | też
  `,
  turns: begins`bo | ponieważ | choć | ale | a | który | która | które`,
  empty: is`
    wstęp | wprowadzenie | przedmowa | prolog | podsumowanie | zakończenie | wnioski | posłowie | epilog
    źródła | przypisy | literatura | najczęstsze pytania
    (?:część|rozdział|lekcja|krok|dzień|tydzień)(?: (?:\d+|[ivxl]+|\p{L}+))?
  `,
  number:
    /^(?:krok|rada|dzień|tydzień|lekcja|część|rozdział|zasada|powód|błąd|punkt|etap|nr) ?(?:\d{1,3}|[ivxl]{1,5})\s*[:.)–—-]\s*(?=\S)/i,

  // Without a past tense, which would have to know whether a man or a woman reads.
  prompts: {
    statement: lines`
      „{}” W czym jest to prawdą dla ciebie, a w czym nie?
      „{}” Co z twojego życia przypominają ci te słowa?
    `,
    topic: lines`
      Którą myśl chcesz zachować i co mogłaby u ciebie zmienić?
      Czym twoje własne doświadczenie różni się od tego, co tu czytasz?
      Co dodajesz tutaj z własnego życia?
      Które zdanie z „{}” chcesz zapamiętać i dlaczego właśnie to?
      Jaki po „{}” może być twój pierwszy mały krok i kiedy go zrobisz?
    `,
    story: lines`
      Która chwila zostaje z tobą i czego dotyka w twoim życiu?
      O kim ze swojego życia myślisz przy tej lekturze?
      Jakie twoje własne wspomnienie budzi „{}”?
      Co chcesz powiedzieć osobie, która to napisała, i dlaczego?
      Gdzie w „{}” odnajdujesz trochę siebie?
    `,
    facts: lines`
      Co najbardziej cię tu zaskakuje i dlaczego?
      Jeśli opowiesz o tym dziś wieczorem komuś bliskiemu, od czego zaczniesz?
      O co chcesz jeszcze zapytać po „{}”?
      Gdzie widujesz coś podobnego na własne oczy?
      Na co spojrzysz inaczej po „{}”?
    `,
    opening: lines`Co sprowadza cię do „{}” i co chcesz tu znaleźć?`,
    answers: lines`
      O co pytasz dalej?
      Co zaskakuje cię w tej odpowiedzi?
      Gdyby wolno było zadać jeszcze jedno pytanie, jak by ono brzmiało?
    `,
  },
}
