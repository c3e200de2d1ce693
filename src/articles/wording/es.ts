import { subjectsEs } from './subjects-es.ts'
import { begins, ends, has, is, lines, type Wording } from './wording.ts'

const OPEN =
  '(?:a|ante|con|contra|de|desde|en|hacia|hasta|para|por|sin|sobre) (?:qué|quién(?:es)?|dónde|cuándo|cuáles?|cuánt[oa]s?|cómo)|adónde|qué|quién(?:es)?|cómo|cuándo|dónde|cuáles?|cuánt[oa]s?|por qué'
const CONDITION = '(?:si|cuando|aunque|mientras|antes|después|al|en)[^?]{2,120}?, ?¿? ?'
// The verb often says alone who is meant: "¿Qué temes?", "¿Cuándo lloraste?", "si pudieras".
const VERB =
  '(?:eres|estás|tienes|quieres|puedes|haces|sientes|piensas|crees|sabes|vives|necesitas|buscas|temes|amas|esperas|deseas|sueñas|dices|vas|ves|das|eliges|sigues|dejas|llevas|recuerdas|evitas|prefieres|echas|hubieras|fueras|pudieras|tuvieras|supieras|irías|has|habrías|\\p{L}+(?:aste|rías|ieras|aras))'

// "Aprender a decir que no", "Cómo empezar": nouns that look like it are left out.
const INFINITIVE =
  /^(?:cómo )?((?!(?:lugar|hogar|mar|placer|poder|ayer|mujer|altar|bar|par|alquiler|deber)(?!\p{L}))\p{L}+(?:ar|er|ir|ír)(?:se|te|lo|la|los|las|le)?(?!\p{L})(?! (?:y|es|de)(?!\p{L})).*)$/iu

export const es: Wording = {
  reader: new RegExp(
    `(?<!\\p{L})(?:tú|te|ti|tus?|contigo|tuy[oa]s?|usted(?:es)?|vosotr[oa]s|os|vuestr[oa]s?|${VERB})(?!\\p{L})|^(?:${OPEN}) (?:no )?(?:[ln][oae]s? )?\\p{L}{2,}(?:as|es|ás|és)(?!\\p{L})(?! (?:es|son|hay|fue|era))(?<!cosas|veces|quiénes|cuáles|cuántas)`,
    'iu',
  ),
  familiar: has`tú | te | ti | tus? | contigo | tuy[oa]s? | eres | tienes | puedes | quieres | estás`,
  formal: has`usted(?:es)?`,
  speaker: has`yo | me | mí | mis? | conmigo | mío`,
  us: has`nosotr[oa]s | nos | nuestr[oa]s?`,
  someone: has`él | ella | ellos | ellas`,

  open: new RegExp(`^(?:${CONDITION})?(?:${OPEN})(?!\\p{L})`, 'iu'),
  inner: has`
    quién eres | sient* | sentir* | sentiste | miedo* | tem(?:es|er|or) | esper(?:as|anza) | sueñ* | soñ*
    dese* | anhel* | extrañ*
    echas de menos | arrepient* | perdon* | am(?:as|ar|or|aste) | quieres | necesitas | crees | recuerd*
    confía* | confías | soltar
    tu (?:propi[oa] )?(?:vida|corazón|cuerpo|mente|alma|infancia|historia|día|casa|trabajo|familia|madre|padre|fe|pareja)
    tus (?:propi[oa]s )?(?:padres|amigos|hábitos|valores|días|miedos|sueños) | ti mism[oa]
    te (?:dices|importa|falta|duele|ayuda|cuesta)
    última vez que | primera vez que | orgullos[oa] | vergüenza | solo | sola | feliz | gratitud
    agradecid[oa]
  `,
  loose:
    /(?<!\p{L})(?:eso|esto|aquello|ello|ahí|allí|así|lo)$|^(?:\S+ ){0,4}(?:es|era|significa|suena|hace|de|con|sobre) (?:eso|esto|aquello)(?!\p{L})|^(?:te|le) (?:suena|parece|pasa|resulta)(?!\p{L})/iu,
  generic: is`
    (?:cuánto|cada cuánto|cuántos|cuántas|cuánta)(?!\p{L}).*
    cómo (?:se|puedo|podemos|sé|saber|hago|debo|puede uno)(?!\p{L}).*
    (?:puedo|se puede|debo|hay que|hace falta|es (?:normal|posible|necesario|seguro))(?!\p{L}).*
    qué (?:pasa si|necesito|hago|debo)(?!\p{L}).*
    dónde (?:puedo|se puede|compro)(?!\p{L}).*
  `,
  hollow: is`
    quién (?:no|sabe|iba|diría|dijo|lo diría|querría)(?!\p{L}).* | (?:y )?por qué no.* | y qué
    y ahora(?: qué)? | y entonces | qué más(?! te).*
    a qué esperas | qué esperas para.* | qué (?:tienes que|puedes) perder | qué puedo decir.*
    (?:te )?suena(?: familiar)? | te (?:imaginas|suena).*
    (?:sabías|sabes|sabe) (?:que|qué|cuánto|a qué|lo que).* | (?:no )?es (?:así|cierto|verdad).* | ves
    me (?:explico|entiendes) | entiendes
    te has preguntado (?:alguna vez )?.* | alguna vez te has preguntado.* | has oído.*
    no (?:te|es|crees|sería|hay|somos).*
    .*, ?(?:no|verdad|eh|cierto|sí|o no|no crees|no te parece|no es así|no es cierto)
  `,
  errand: new RegExp(
    [
      has`
        comentario* | comparte | compárte* | comparta | suscrib* | suscríb* | boletín | newsletter
        inscrib* | apúntate | haz clic | descarga*
        más abajo | aquí abajo | saber más | leer más | seguir leyendo | cuéntame | cuéntanos | escríbeme
        escríbenos | contact* | sígueme
        nuestr[oa]s? (?:curso|equipo|tienda|productos?|servicios?) | mi (?:curso|libro|boletín|programa)
        este (?:artículo|post|blog|texto) | esta (?:entrada|página|receta|guía)
      `,
      is`
        (?:y )?(?:tú|usted)?,? ?qué (?:opinas|piensas|te parece|crees|opina|piensa|te ha parecido)(?: (?:de|sobre) (?:esto|eso|ello))?
        y (?:tú|usted)(?: qué.*)?
        (?:tienes|tiene|te quedan|alguna)\b.*(?:dudas?|preguntas?|sugerencias?|consejos?).*
        (?:estás )?list[oa].* | te (?:animas|apuntas|interesa|ha gustado|gustó|ayudo).*
        (?:quieres|quiere|te gustaría) (?:saber|aprender|leer|recibir|que|más|unirte|participar)(?!\p{L}).*
        necesitas ayuda.* | cómo puedo ayudarte.*
      `,
    ]
      .map(({ source }) => source)
      .join('|'),
    'iu',
  ),
  reports: has`
    \p{L}+ (?:preguntó|pregunta|preguntaron|dijo|dice|escribió|respondió|contestó|pensó|gritó|susurró)
    (?:preguntó|dijo|le pregunté|me preguntó|me dijo|le dije)
  `,
  invites: has`
    pregúntate | pregúntese | preguntaos
    (?:una|esta|estas|la|unas|última|otra) (?:última |buena )?preguntas? | reflexiona | reflexione
    piensa en
    piénsalo | para pensar | tómate | escribe | anota | sé sincer[oa] | sé honest[oa] | ejercicio
    reflexión | para (?:hoy|esta semana) | imagina | dime
  `,
  answers: begins`
    porque | sí | no | nada | nadie | nunca | sólo | solo | casi | la (?:respuesta|verdad) | es | era
    muy (?:sencillo|fácil) | simplemente
    quizá | quizás | tal vez | claro | por supuesto | depende | normalmente | unos | unas | yo
  `,
  lead: begins`
    (?:y|pero|o|pues|entonces|así que|ahora|ahora bien|primero|segundo|por último|además|por ejemplo|en fin),? ?
  `,

  danger: has`
    suicid* | quitar(?:te|me|se) la vida | matar(?:te|me|se) | autolesi* | hacerte daño
    teléfono de la esperanza | línea de (?:ayuda|crisis|vida)
    número de emergencias? | servicios de emergencia | en peligro | maltrat* | (?:quiero|querer|quería) morir
  `,

  tied: begins`
    y | e | pero | o | ni | sino | aunque | porque | pues | que | quien | cual | cuyo | como | si | cuando
    donde | mientras | entonces | luego | después
    así | además | también | tampoco | sin embargo | por eso | por lo tanto | por tanto | en cambio | es
    era | fue | son | eran | ha | había | hay | está | estaba
    él | ella | ellos | ellas | lo (?:es|era|fue|mismo|hizo|hace|dijo|vi|hice) | esto | eso | esta | este
    ese | esa | aquel* | estos | estas | su | sus | le | les | se
    aquí | allí | ahí | ya | solo | sólo | incluso | quizá | quizás | otro | otra | otros | otras | algunos
    algunas | muchos | todos | todo | nada | nadie
    sí | no es | de | del | en | con | para | por | a | al | sin | sobre | entre | hasta | desde | durante
    hola | querid[oa]s? | hoy | ayer | primero | uno | una de | dos | tres
  `,
  unfinished: ends`
    el | la | los | las | un | una | unos | unas | lo | mi | tu | su | mis | tus | sus | nuestro | nuestra
    este | esta | ese | esa | y | e | o | u | ni | pero | que
    como | si | cuando | donde | porque | aunque | de | del | en | con | para | por | a | al | sin | sobre
    entre | hasta | desde | hacia | es | son | era | fue | ha
    había | he | has | está | estaba | ser | muy | más | menos | tan | no | se | me | te | le | les | nos
    ya | también | solo | cada | todo | toda | algo | hay | yo | él
    ella | dijo | dice | sé | vez
  `,
  turns: begins`porque | aunque | y | pero | sino`,

  action: (heading) => INFINITIVE.exec(heading)?.[1],
  occasion: begins`(?:cuando|si) (?:no )?(?:te|tu|tus|ya|nadie|nada|\p{L}+(?:as|es|ás|és))`,
  statement: begins`
    (?:no|nadie|nada|todo|tu|tus|siempre|nunca) (?:\p{L}+ ){0,3}(?:es|son|está|están|tienes|puedes|eres|puede|tiene|hay|necesitas|mereces)
  `,
  empty: is`
    introducción | prólogo | prefacio | presentación | resumen | conclusi(?:ón|ones) | en conclusión
    para terminar | para concluir | epílogo | final
    reflexión final | palabras finales | antecedentes | fuentes | referencias | bibliografía | notas
    preguntas frecuentes
    (?:parte|capítulo|sección|lección|paso|día|semana)(?: (?:\d+|[ivxl]+|uno|una|dos|tres|cuatro|cinco|seis|siete))?
  `,
  number:
    /^(?:paso|consejo|día|semana|lección|parte|capítulo|regla|razón|n[.ºo]+|error|punto|fase|idea) ?(?:\d{1,3}|[ivxl]{1,5}|un[oa]|dos|tres|cuatro|cinco)\s*[:.)–—-]\s*(?=\S)/i,

  subjects: subjectsEs,

  prompts: {
    action: lines`
      ¿Qué {te|le} haría falta para {}?
      ¿Qué cambiaría en {tu|su} vida si {lograras|lograra} {}?
      ¿Cuándo fue la última vez que {intentaste|intentó} {}, y cómo {te|le} fue?
      ¿Por dónde {empezarías|empezaría} si {quisieras|quisiera} {}?
      ¿Qué {te|le} resulta fácil, y qué difícil, al {}?
    `,
    occasion: lines`
      {}, ¿qué es lo que más {necesitas|necesita}?
      {}, ¿qué {te dices|se dice}?
      {}, ¿qué {te|le} ha ayudado otras veces?
    `,
    statement: lines`
      «{}» ¿En qué es verdad para {ti|usted}, y en qué no?
      «{}» ¿Qué {te|le} recuerda de {tu|su} propia vida?
      «{}» ¿Cuándo {lo comprobaste|lo comprobó} por última vez?
      «{}» ¿Qué {responderías|respondería} con toda sinceridad?
    `,
    topic: lines`
      ¿Qué idea {te|le} gustaría conservar, y qué cambiaría en {tu|su} vida?
      ¿En qué se distingue {tu|su} propia experiencia de lo que {acabas|acaba} de leer?
      ¿Qué {añadirías|añadiría} aquí de {tu|su} propia vida?
      ¿Qué frase de «{}» {te|le} gustaría recordar, y por qué esa?
      ¿Qué {le dirías|le diría} a alguien que nunca haya pensado en esto?
      Después de «{}», ¿cuál sería {tu|su} primer paso, por pequeño que fuera, y cuándo {podrías|podría} darlo?
    `,
    story: lines`
      ¿Qué momento se {te|le} ha quedado grabado, y qué toca en {tu|su} propia vida?
      ¿En qué persona de {tu|su} vida {has|ha} pensado al leer?
      ¿Qué recuerdo {tuyo|suyo} {te|le} ha traído «{}»?
      ¿Qué {te|le} gustaría decirle a quien ha escrito esto, y por qué?
      ¿Dónde {te has reconocido|se ha reconocido} un poco en «{}»?
      Después de «{}», ¿qué {te|le} dan ganas de contar, y a quién?
      ¿Qué frase de «{}» {te|le} gustaría guardar, y qué {te|le} dice?
    `,
    facts: lines`
      ¿Qué es lo que más {te|le} ha sorprendido aquí, y qué {creías|creía} antes?
      Si esta noche {se lo contaras|se lo contara} a un amigo, ¿por dónde {empezarías|empezaría}?
      Después de «{}», ¿qué {te|le} gustaría preguntar todavía?
      ¿Dónde {has|ha} visto algo parecido con {tus|sus} propios ojos?
      ¿Qué {mirarás|mirará} con otros ojos después de leer «{}»?
      ¿Qué detalle {recordarás|recordará} dentro de un año, y por qué ese?
      ¿En qué no {estarías|estaría} de acuerdo, y qué {has|ha} visto que lo confirme?
    `,
    opening: lines`¿Qué {te|le} trae a «{}», y qué {esperas|espera} encontrar aquí?`,
    answers: lines`
      ¿Qué {habrías|habría} preguntado después?
      ¿Qué {te|le} ha sorprendido de esta respuesta, y qué {esperabas|esperaba}?
      Si {pudieras|pudiera} hacer una pregunta más, ¿cuál sería?
      ¿Qué {creías|creía} de esto hasta ahora?
      ¿En qué ha sido distinta {tu|su} propia experiencia?
      ¿A quién {le leerías|le leería} esta respuesta, y por qué?
    `,
  },
}
