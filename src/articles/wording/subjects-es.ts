import { subjects } from './subjects.ts'

/** What articles are about, and what a person may be asked about it. The more particular subjects stand first. */
export const subjectsEs = subjects`
  ex | ruptura* | separaci* | divorci* | desamor | te dejó | me dejó
    ¿Qué {esperabas|esperaba} que {te|le} diera ese amor, y dónde más {podrías|podría} encontrarlo?

  pareja* | matrimonio | marido | esposa | esposo | relación | relaciones | amor | enamor*
    ¿Por qué {te|le} gustaría que {te|le} quisieran?
    ¿Qué {te|le} gustaría que {te|le} preguntara alguien cercano?

  muerte | murió | morir | duelo | luto | entierro | tumba | viud* | pérdida | falleci*
    ¿A quién {echas|echa} de menos, y qué le {dirías|diría} hoy?
    ¿Qué dejó en {ti|usted} alguien que ya no está, y que {quieres|quiere} conservar?

  perdon* | disculp* | rencor | ira | enfad* | rabia | pelea* | discusi* | traici*
    ¿Con quién queda algo por decir, y cuál sería la primera frase?

  miedo* | temor* | temer | valor | valent* | valiente* | pánico | angustia | ansiedad | nervios* | preocup*
    ¿A qué {le tienes|le tiene} miedo ahora, y qué podría haber al otro lado?
    ¿Cuándo {hiciste|hizo} por última vez algo a pesar del miedo, y qué {encontraste|encontró}?

  soltar | soltó | aferr* | dejar ir | desped* | despedida* | renunci*
    ¿A qué {te aferras|se aferra}, y qué pasaría si lo {soltaras|soltara}?

  autoestima | imagen de | opini* | aprobación | vergüenza | compar* | ego | confianza
    ¿De quién es la opinión que más {te|le} pesa, y por qué la suya?

  dios | oración | rez* | fe | iglesia | alma | espiritual* | medit* | silencio
    ¿En qué {confías|confía} cuando no {ves|ve} el camino?

  móvil | teléfono | pantalla* | aplicaci* | redes sociales | notificaci* | internet | atención | distra*
    ¿Qué {buscas|busca} de verdad cuando {coges|coge} el teléfono?

  dormir | duerm* | sueño | insomnio | cansad* | cansancio | agot* | cama | descans* | siesta
    ¿Cuándo {descansaste|descansó} por última vez sin sentir que {tenías|tenía} que merecerlo?
    ¿Qué {te|le} quita el sueño, y qué {te|le} deja descansar?

  hábito* | rutina* | cada (?:día|mañana|noche) | todos los días | disciplina | ritual* | diari*
    ¿Qué pequeña costumbre sostiene {tu|su} día más de lo que parece?
    ¿Qué {te|le} gustaría hacer todos los días, y qué se interpone?

  pan | masa | sopa* | receta* | cocin* | horno | olla | comida | cena | plato* | sal | aceite | ajo
  cebolla* | sabor*
    ¿Qué plato {te|le} devuelve enseguida a otro tiempo, y a cuál?
    ¿Quién cocinó para {ti|usted} cuando {lo necesitabas|lo necesitaba}, y qué era?

  jardín* | huerto | semilla* | tierra | planta* | flor | flores | raíz | raíces | cosecha* | árbol | árboles
    ¿Qué {has|ha} visto crecer gracias a {tu|su} paciencia?

  perr* | gat[oa]s? | abeja* | colmena* | caballo* | pájaro* | animal | animales | mascota*
    ¿Qué animal ha significado algo para {ti|usted}, y qué {entendiste|entendió} gracias a él?

  idioma* | lengua* | griego | gramática | vocabulario | palabra* | acento | pronunci* | hablar
  diccionario | verbo*
    ¿Con quién {te|le} gustaría poder hablar en su propia lengua, y de qué?
    ¿Qué palabra, en cualquier lengua, {te|le} ha abierto una puerta?
    ¿Qué {sigues|sigue} queriendo decir sin haber encontrado las palabras?

  aprend* | principiante* | maestr* | profesor* | clase* | lecci* | estudi* | practic* | curso* | alumn*
    ¿Qué {te|le} gustaría aprender, y qué {te|le} ha impedido empezar?
    ¿Cuándo {fuiste|fue} principiante por última vez, y cómo fue?
    ¿Quién {te|le} enseñó algo sin llamarlo nunca lección?

  escrib* | cuaderno* | página* | poema* | novela* | diario | pint* | dibuj* | creativ* | artista*
    ¿Qué {harías|haría} si nadie fuera a verlo nunca?

  canci* | música* | músic* | cant* | piano | coro | melodía* | instrumento*
    ¿Qué canción o qué sonido {te|le} devuelve a alguien?

  jef[ea]s? | compañer* | oficina | equipo | reuni* | carrera | empleo | sueldo | empresa | trabajo
    ¿Qué {te|le} habría gustado que alguien {te|le} dijera cuando {empezaste|empezó} a trabajar?

  dinero | deuda* | ahorr* | banco | gast* | ingresos | alquiler | euros | pesos
    ¿Qué ha podido hacer el dinero por {ti|usted}, y qué no?

  médic* | enferm* | dolor* | hospital* | diagnóstico* | tratamiento* | síntoma*
    ¿Qué {te|le} ha enseñado una enfermedad, propia o ajena, sobre lo que importa?

  madre | padre | padres | abuel* | nuera | suegr* | herman* | familia
    ¿Qué {heredaste|heredó} de {tus|sus} padres sin haberlo decidido nunca?
    ¿Qué {te|le} gustaría preguntar todavía a {tus|sus} padres o {tus|sus} abuelos, si se pudiera?
    ¿A quién de {tu|su} familia {te|le} gustaría escuchar una tarde entera, y sobre qué?

  hij* | niñ* | bebé* | niet* | crianza | adolescente*
    ¿Qué {te|le} ha mostrado un niño que ningún adulto habría podido mostrar?

  amig* | amistad* | soledad | sol[oa] | vecin* | desconocid* | compañía
    ¿A quién {llevas|lleva} tiempo queriendo llamar, y qué sería lo primero que {dirías|diría}?

  ciudad* | calle* | plaza* | pueblo* | barrio* | parque* | banco* | mercado*
    ¿Dónde, en el lugar en que {vives|vive}, {te encuentras|se encuentra} con personas a las que no {habrías|habría} elegido?

  viaj* | isla* | camino* | carretera* | aeropuerto* | hotel* | tren | barco* | puerto* | playa* | mapa*
  maleta*
    ¿Qué viaje {te|le} cambió, y en qué momento del camino ocurrió?
    ¿Qué {buscas|busca} cuando {te vas|se va} lejos, y qué {encuentras|encuentra}?

  andar | camin* | pasear | paseo* | correr | cuerpo | respir* | pasos
    ¿Qué sabe {tu|su} cuerpo que {sueles|suele} pasar por alto?

  casa | hogar | habitaci* | armario* | cajas | muebles | desván | mudanza*
    ¿Dónde {te sientes|se siente} en casa, y por qué?

  verdad* | mentira* | secreto* | conversaci* | escuch* | sincer* | callar
    ¿Qué es verdad y todavía no {has|ha} dicho en voz alta, y a quién se lo {dirías|diría}?

  decisi* | decid* | eleg* | elección | cambi* | dud* | empezar
    ¿Qué decisión {estás|está} aplazando, y qué {esperas|espera} que pase mientras tanto?

  fracas* | error | errores | equivoc* | perfec*
    ¿Qué error {tuyo|suyo} acabó valiendo lo que costó?

  grat* | agradec* | alegr* | feliz | felicidad | ris*
    ¿Qué ha sido bueno hoy, por pequeño que sea?
`
