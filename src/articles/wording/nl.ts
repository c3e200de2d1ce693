import { begins, ends, has, is, lines, type Wording } from './wording.ts'

const OPEN =
  'wat|wie|wiens|welke?|waar|waarom|waarmee|waarvan|waarvoor|waaraan|waarop|waarover|waardoor|waarin|waaruit|waarnaar|wanneer|hoe|(?:aan|van|met|voor|bij|op|in|uit|naar|over|tegen|door|sinds) (?:wie|welke?|wat)'
const CONDITION = '(?:als|wanneer|toen|stel|voordat|nadat|zodra|in|bij)[^?]{2,120}?[,–—] ?'
const VERB =
  'ben|bent|is|zijn|was|waren|heb|hebt|heeft|hebben|had|hadden|word|wordt|worden|zal|zul|zult|zou|zouden|kan|kun|kunt|kunnen|kon|wil|wilt|willen|wilde|mag|mogen|moet|moeten|weet|durf|durft'

export const nl: Wording = {
  reader: has`je | jij | jou | jouw | jezelf | jullie | u | uw | uzelf`,
  familiar: has`je | jij | jou | jouw | jezelf`,
  formal: has`u | uw | uzelf`,
  speaker: has`ik | mij | me | mijn | mezelf`,
  us: has`we | wij | ons | onze | men`,
  someone: has`hij | hem | zij | ze | haar`,

  asks: new RegExp(
    `^(?:${CONDITION})?(?:${OPEN}|${VERB}|\\p{L}+ (?:je|jij|u|jullie|het|hij|zij|ze|we|er))(?!\\p{L})`,
    'iu',
  ),
  open: new RegExp(`^(?:${CONDITION})?(?:${OPEN})(?!\\p{L})`, 'iu'),
  inner: has`
    wie (?:ben je|ben jij|bent u) | voel* | gevoel* | bang | angst* | vrees* | hoop* | hop(?:en|te) | droom*
    drom* | verlang* | mis(?:t|sen)? | spijt | rouw* | verge(?:ef|ven) | houd(?:t|en)? | hou je van | liefde
    wens* | nodig | geloof* | herinner*
    vertrouw* | loslaten | laat je los | vast | scha(?:am|men) | trots | eenzaam | dankbaar | jezelf | uzelf
    (?:je|jouw|uw) (?:eigen )?(?:leven|hart|lichaam|hoofd|jeugd|verhaal|dag|dagen|werk|huis|thuis|familie|gezin|moeder|vader|ouders|vrienden|relatie|geloof|gewoonten?)
    laatste keer | eerste keer | belangrijk (?:is )?voor | houdt je | helpt je | kost je
  `,
  loose:
    /(?<!\p{L})(?:dat|dit|deze|die|het|ervan|eraan|ermee|erover|zo|daar|dan)$|^(?:\S+ ){0,3}(?:dat|dit|het) (?:is|was|betekent|klinkt)(?!\p{L})|^(?:is|was|klinkt|klopt) (?:dat|dit|het)(?!\p{L})/iu,
  generic: is`
    hoe (?:lang|vaak|veel|ver|groot|hoog|duur|oud|snel)(?!\p{L}).*
    (?:hoe|waar|wanneer) (?:kan|weet|moet|maak|vind|krijg|gebruik) (?:ik|je|men|u)(?!\p{L}).*
    (?:kan|moet|mag|kun|moeten) (?:ik|je|men|u|we)(?!\p{L}).*
    wat (?:als|gebeurt|moet ik|heb ik)(?!\p{L}).* | heb (?:ik|je) .* nodig.*
  `,
  hollow: is`
    wie (?:weet|kent|wil|zou|heeft|kan) (?:het|dat|er)? ?(?:niet|wel|nou).* | wie weet.*
    waarom (?:ook )?niet.* | en dan | nou en | wat nu | wat dan.* | waar wacht (?:je|u)(?: nog)? op.*
    wat heb(?:t)? (?:je|u) te verliezen
    wist (?:je|u).* | weet (?:je|u) (?:dat|wat|hoe)(?!\p{L}).* | ken (?:je|jij) dat.* | klinkt .*
    heb(?:t)? (?:je|u) (?:je|zich) (?:ooit|weleens) afgevraagd.*
    (?:kun|kunt) (?:je|u) (?:je|zich)? ?(?:dat )?voorstellen.* | snap je.* | begrijp je.* | zie je.*
    herken je dit.*
    .*[,–—] ?(?:toch|hè|he|niet|niet waar|of niet|ja|nee|oké)
  `,
  errand: new RegExp(
    [
      has`
        reactie* | hieronder | deel (?:dit|je) | nieuwsbrief | abonneer | inschrij* | aanmeld* | klik*
        meer (?:weten|lezen|informatie) | lees (?:ook|verder) | laat (?:het )?(?:me|ons) weten
        neem contact | contact | volg (?:me|ons) | dit (?:artikel|blog|bericht|recept)
        deze (?:pagina|gids)
        mijn (?:cursus|boek) | onze (?:cursus|winkel|producten) | download*
      `,
      is`
        (?:en )?wat (?:denk|vind|zeg) (?:je|jij|u)(?: (?:ervan|hiervan|daarvan))? | en (?:jij|u|jullie)
        (?:heb je |hebt u |nog )?(?:nog )?(?:vragen|tips|ideeën).*
        (?:ben je |bent u )?(?:klaar|nieuwsgierig|benieuwd).*
        wil (?:je|u) (?:meer|weten|leren|lezen|meedoen)(?!\p{L}).* | heb je hulp nodig.*
        (?:vond|vind) je (?:dit|het) .*
      `,
    ]
      .map(({ source }) => source)
      .join('|'),
    'iu',
  ),
  reports: has`\p{L}+ (?:vroeg|vraagt|vroegen|zei|zegt|schreef|schrijft|riep|antwoordde|dacht)`,
  invites: has`
    vraag (?:jezelf|je|u|uzelf)(?: af)? | (?:een|één|deze|de|laatste|paar) (?:\p{L}+ )?vra(?:ag|gen)
    denk (?:eens )?(?:na|aan) | om over na te denken | schrijf op | neem de tijd | wees eerlijk | oefening
    reflectie | voor (?:vandaag|deze week) | zeg me
  `,
  answers: begins`
    omdat | ja | nee | niets | niemand | nooit | niet | alleen | bijna | het (?:antwoord|is|was|ligt|komt)
    dat (?:is|was|komt) | heel eenvoudig | gewoon | misschien | natuurlijk | meestal | ongeveer
    ik (?:was|ben|heb|denk)
  `,
  lead: begins`(?:en|maar|of|dus|want|nu|dan|toch|ten eerste|ten tweede|tot slot|bovendien|bijvoorbeeld),? ?`,
  danger: has`
    zelfmoord* | suïcid* | zelfdoding | een einde aan (?:mijn|je|zijn|haar|uw) leven | zelfbeschadig*
    hulplijn | alarmnummer | in gevaar | mishandel* | dood willen | 113
  `,
  tied: begins`
    en | maar | of | want | dus | dan | daarna | daarom | toch | ook | bovendien | echter | omdat
    dat (?:is|was|heeft|kan|wordt|doet|maakt) | die | deze | dit | wie | wat (?:er|hij|ze) | welke | als
    toen | terwijl | hoewel | voordat | nadat | zoals | hij | zij | ze
    het (?:is|was|heeft|kan|wordt|gaat|komt|duurt|ligt) | hem | haar | zijn | hun | er | hier | daar | zo
    alleen | misschien
    andere | sommige | enkele | veel | alle | beide | twee | drie | eerst | later | plotseling | ja | nee
    niet | geen | om | met | van | bij | naar | voor | op | aan | uit | in | over | onder | door | zonder
    tegen | beste | lieve | hallo | vandaag | gisteren
  `,
  relative: begins`die | dat`,
  unfinished: ends`
    de | het | een | mijn | je | jouw | zijn | haar | ons | onze | hun | uw | dit | deze | die | dat | en
    of | maar | want | als | dan | om | te | met | van | bij | naar | voor | op | aan | uit | in | over
    onder | door | zonder | tegen | tot | is | was | waren | heeft | hebben | had | hadden | wordt | werd
    kan | kon | moet | moest | wil | wilde | zal | zou | niet | geen | heel | zeer | zo | meer | ook | nog
    al | er | ik | hij | zij | ze | we | wij | u | elk | elke | alle | me | mij | zich | wat | wie | waar
    zei
  `,
  turns: begins`omdat | hoewel | en | maar | want | terwijl`,
  occasion: begins`(?:als|wanneer) (?:je|jij|u|niemand|alles|niets)`,
  empty: is`
    inleiding | introductie | voorwoord | samenvatting | conclusie | tot slot | slot | slotwoord | nawoord
    achtergrond | bronnen | noten | literatuur | veelgestelde vragen
    (?:deel|hoofdstuk|les|stap|dag|week)(?: (?:\d+|[ivxl]+|een|één|twee|drie|vier|vijf|zes|zeven))?
  `,
  number:
    /^(?:stap|tip|dag|week|les|deel|hoofdstuk|regel|reden|fout|punt|fase|nr\.?) ?(?:\d{1,3}|[ivxl]{1,5}|een|één|twee|drie|vier|vijf)\s*[:.)–—-]\s*(?=\S)/i,

  prompts: {
    occasion: lines`
      {}, wat {heb je|hebt u} dan het meest nodig?
      {}, wat {zeg je tegen jezelf|zegt u tegen uzelf}?
      {}, wat heeft {je|u} al eens geholpen?
    `,
    statement: lines`
      “{}” Waar is dat waar voor {jou|u}, en waar niet?
      “{}” Wat uit {je|uw} eigen leven komt daarbij boven?
      “{}” Wanneer {heb je|hebt u} dat voor het laatst zelf ervaren?
      “{}” Wat {zou je|zou u} daarop antwoorden, heel eerlijk?
    `,
    topic: lines`
      Welke gedachte {wil je|wilt u} bewaren, en wat zou die veranderen?
      Waar is {je|uw} eigen ervaring anders dan wat {je|u} net hebt gelezen?
      Wat {zou je|zou u} hier uit {je|uw} eigen leven aan toevoegen?
      Welke ene zin uit “{}” {wil je|wilt u} onthouden, en waarom juist die?
      Wat {zou je|zou u} zeggen tegen iemand die er nog nooit over heeft nagedacht?
      Wat zou na “{}” een eerste kleine stap zijn, en wanneer {kun je|kunt u} die zetten?
    `,
    story: lines`
      Welk moment is {je|u} bijgebleven, en wat raakt het in {je|uw} eigen leven?
      Aan wie in {je|uw} leven {moest je|moest u} denken tijdens het lezen?
      Welke eigen herinnering riep “{}” op?
      Wat {zou je|zou u} willen zeggen tegen degene die dit schreef, en waarom?
      Waar {herkende je|herkende u} iets van {jezelf|uzelf} in “{}”?
      Wat {zou je|zou u} na “{}” willen vertellen, en aan wie?
    `,
    facts: lines`
      Wat verraste {je|u} hier het meest, en wat {dacht je|dacht u} tot nu toe?
      Als {je|u} dit vanavond aan iemand vertelde, waarmee {zou je|zou u} beginnen?
      Wat {zou je|zou u} na “{}” nog willen vragen?
      Waar {ben je|bent u} zoiets zelf tegengekomen?
      Waar {kijk je|kijkt u} na “{}” met andere ogen naar?
      Welk detail {weet je|weet u} over een jaar nog, en waarom juist dat?
    `,
    opening: lines`Wat brengt {je|u} bij “{}”, en wat {hoop je|hoopt u} hier te vinden?`,
    answers: lines`
      Wat {zou je|zou u} daarna hebben gevraagd?
      Wat verraste {je|u} in dit antwoord, en wat {had je|had u} verwacht?
      Als {je|u} nog één vraag mocht stellen, welke zou dat zijn?
      Wat {dacht je|dacht u} hier tot nu toe over?
      Aan wie {zou je|zou u} dit antwoord willen voorlezen, en waarom?
    `,
  },
}
