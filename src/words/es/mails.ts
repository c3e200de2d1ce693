import type { Words } from '../words.ts'

/** "a las 7:00", but "a la 1:00". */
const at = (time: string) => `${time.startsWith('1:') ? 'a la' : 'a las'} ${time}`

export const mails: Words['mails'] = {
  hello: (name) => (name ? `Hola, ${name}:` : 'Hola:'),
  when: ({ relative, weekday, date, time }) =>
    relative ? `${relative}, ${weekday}, ${at(time)}` : `el ${weekday}, ${date}, ${at(time)}`,
  ifButtonFails: 'Si el botón no funciona, abre esta dirección:',
  lesson: {
    day: (day, of) => `Día ${day} de ${of}`,
    promptLabel: 'Una pregunta para ti',
    justReply: 'Solo tienes que pulsar «Responder».',
    whoReads: (sender) => `Lo que escribas le llega a ${sender}, y lo lee una persona.`,
    answerOnTheWeb: 'O responde en privado en la web.',
    firstPrompt: (readBy, days) =>
      `Quién lee las respuestas: ${readBy}. Se guardan cifradas ${days === null ? 'hasta que pidas borrarlas' : days === 1 ? 'durante un día' : `durante ${days} días`}. Esto es un curso y no un servicio de emergencias: puede que se lean tarde.`,
    helplineHere: 'Si necesitas a alguien ahora, busca una línea de ayuda cerca de ti.',
    previous: 'Volver a leer la carta anterior',
    last: (course) => `Esta ha sido la última carta de «${course}». Gracias por leer hasta el final.`,
    next: (when) => `La próxima carta llega ${when}.`,
    waits: (when) => `La próxima carta espera tu respuesta. Si no la hay, llega ${when}.`,
    reason: (day) => `Recibes esto porque pediste el curso el ${day}.`,
  },
  footer: {
    changeTime: 'Cambiar la hora',
    pause: 'Hacer una pausa de una semana',
    leave: 'Dejar este curso (darme de baja)',
    leaveAll: 'Dejar todos los cursos',
    viewInBrowser: 'Ver en el navegador',
    helpline: '¿Necesitas hablar con alguien ahora? Busca una línea de ayuda cerca de ti',
    yoursAlone: 'Los enlaces de esta carta son solo tuyos. Quítalos si la reenvías.',
  },
  confirmation: {
    subject: (course) => `Confirma, por favor: ${course}`,
    preheader: 'Confirma que pediste este curso y comenzará.',
    title: '¿Pediste este curso?',
    asked: (course, time, zone) =>
      `Alguien, esperamos que tú, nos pidió enviar «${course}» a esta dirección, a esta hora: ${time} (${zone}).`,
    press: 'Confírmalo en la página que abre este botón y el curso comenzará.',
    button: 'Confirmar y empezar',
    notYou: 'Si no fuiste tú, no hagas nada. No te enviaremos nada más.',
  },
  welcomeBack: {
    subject: (course) => `Ya estás en el curso: ${course}`,
    title: 'Qué bien verte de nuevo',
    preheader: 'Tu curso sigue donde lo dejaste.',
    asked: (course) =>
      `Has vuelto a pedir «${course}». Ya lo estás haciendo, así que no empieza de nuevo: sigue donde estabas.`,
    where: (had, of) => `Has recibido ${had} de ${of} cartas.`,
    notYou:
      'Si no lo pediste tú, no se ha perdido nada: alguien escribió tu dirección, y tu curso sigue como antes.',
    page: 'Abrir tu página',
    afresh:
      'En tu página puedes empezar otra vez desde la primera carta, cambiar la hora, hacer una pausa o dejarlo.',
  },
  finished: {
    subject: (course) => `Has leído «${course}» entero`,
    title: 'Ese fue todo el curso',
    preheader: 'No llegarán más cartas. Lo que leíste y escribiste sigue siendo tuyo.',
    over: (course) => `Esa fue la última carta de «${course}» y no llegarán más.`,
    stays:
      'En tu página puedes volver a leerlas, junto con lo que escribiste, y llevarte una copia. También puedes empezar otra vez desde la primera carta cuando quieras.',
    thanks: (sender) =>
      `Gracias por el tiempo que le has dado. Si quieres decir algo, pulsa «Responder»: le llega a ${sender}.`,
    page: 'Abrir tu página',
  },
  answer: {
    yourReply: (subject) => `Tu respuesta a «${subject}»`,
    youWrote: 'Escribiste:',
    answered: (author, course) => `${author} te ha respondido en «${course}».`,
    goOn: 'Responde a este correo para seguir hablando.',
    pauseOrStop: 'Pausar o dejar el curso',
  },
  receipt: {
    pausedSubject: (course) => `En pausa: ${course}`,
    pausedTitle: 'Tu curso está en pausa',
    paused: (course) =>
      `«${course}» está en pausa y no llegarán cartas hasta que pulses «Seguir» en tu página.`,
    pausedUntil: (course, day, when) =>
      `«${course}» está en pausa hasta el ${day}. La próxima carta llega ${when}.`,
    undoPause: 'Para seguir antes, o alargar la pausa, abre tu página.',
    resumedSubject: (course) => `Sigue en marcha: ${course}`,
    resumedTitle: 'Tu curso sigue',
    resumed: (course, when) => `«${course}» sigue. La próxima carta llega ${when}.`,
    resumedWaits: (course, when) =>
      `«${course}» sigue. La próxima carta espera tu respuesta. Si no la hay, llega ${when}.`,
    undoResume: 'Para volver a pausarlo, abre tu página.',
    notYou: 'Si no lo pediste, pulsa «Responder» y cuéntanoslo.',
    page: 'Abrir tu página',
  },
  proof: {
    erase: {
      subject: '¿Borrar todo lo que sabemos de ti?',
      title: '¿Pediste que te borráramos?',
      about:
        'Alguien que tiene una de tus cartas nos pidió borrar todo lo que guardamos de ti. Solo puede hacerlo quien lee este buzón.',
      button: 'Continuar para borrarme',
    },
    change_address: {
      subject: '¿Es esta tu nueva dirección?',
      title: '¿Es esta tu nueva dirección?',
      about: 'Alguien nos pidió enviar sus cursos a esta dirección a partir de ahora.',
      button: 'Usar esta dirección',
    },
    open_page: {
      subject: 'El enlace a tu página',
      title: 'Tu página',
      about: 'Pediste el enlace a la página con tus cursos.',
      button: 'Abrir mi página',
    },
    once: 'El enlace funciona una vez, durante una hora.',
    notYou: 'Si no fuiste tú, no hagas nada. No ha cambiado nada.',
  },
  left: {
    subject: (course) => `Has dejado el curso: ${course}`,
    title: 'Las cartas se han detenido',
    preheader: 'Recibimos tu respuesta y no llegarán más cartas de este curso.',
    done: (course) =>
      `Nos pediste por correo detener «${course}». No te llegarán más cartas, y este es el último correo sobre el curso.`,
    slip: 'Si no era eso lo que querías, apúntate otra vez con la misma dirección: sigues donde estabas.',
    again: 'Apuntarme otra vez',
  },
  pauseOffer: {
    subject: (course) => `Una pausa de: ${course}`,
    title: '¿Quieres hacer una pausa?',
    preheader: 'Se elige en tu página; hasta entonces no cambia nada.',
    asked: (course) =>
      `Nos escribiste que quieres una pausa de «${course}». En tu página eliges por cuánto tiempo. Hasta entonces las cartas siguen llegando.`,
    button: 'Elegir una pausa',
    person: 'Este correo salió solo. Lo que escribes también lo lee una persona.',
  },
  view: {
    gone: 'Esta carta ya no se puede ver aquí',
    why: 'Estos enlaces funcionan 90 días, y solo hasta que quien los recibió los retira. Todas las cartas que recibiste están en tu página.',
    askForLink: 'Pedir el enlace a tu página',
  },
}
