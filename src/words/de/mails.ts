import type { Words } from '../words.ts'

export const mails: Words['mails'] = {
  hello: (name) => (name ? `Hallo ${name},` : 'Hallo,'),
  when: ({ relative, weekday, date, time }) =>
    relative ? `${relative}, ${weekday}, um ${time} Uhr` : `am ${weekday}, dem ${date}, um ${time} Uhr`,
  ifButtonFails: 'Wenn der Knopf nicht geht, öffne diese Adresse:',
  lesson: {
    day: (day, of) => `Tag ${day} von ${of}`,
    promptLabel: 'Eine Frage an dich',
    justReply: 'Drück einfach auf „Antworten“.',
    whoReads: (sender) => `Was du schreibst, geht an ${sender}, und ein Mensch liest es.`,
    answerOnTheWeb: 'Oder antworte nicht öffentlich im Web.',
    firstPrompt: (readBy, days) =>
      `Wer Antworten liest: ${readBy}. Sie liegen verschlüsselt, ${days === null ? 'bis du sie löschen lässt' : days === 1 ? 'einen Tag lang' : `${days} Tage lang`}. Das hier ist ein Kurs und kein Notdienst: Es kann dauern, bis jemand liest.`,
    helplineHere: 'Wenn du jetzt jemanden brauchst, finde ein Hilfetelefon in deiner Nähe.',
    previous: 'Den Brief davor noch einmal lesen',
    last: (course) => `Das war der letzte Brief von „${course}“. Danke, dass du bis zum Ende gelesen hast.`,
    next: (when) => `Der nächste Brief kommt ${when}.`,
    waits: (when) => `Der nächste Brief wartet auf deine Antwort. Ohne sie kommt er ${when}.`,
    reason: (day) => `Du bekommst das, weil du am ${day} um den Kurs gebeten hast.`,
  },
  footer: {
    changeTime: 'Uhrzeit ändern',
    pause: 'Eine Woche pausieren',
    leave: 'Diesen Kurs verlassen (abmelden)',
    leaveAll: 'Alle Kurse verlassen',
    viewInBrowser: 'Im Browser ansehen',
    helpline: 'Brauchst du jetzt jemanden zum Reden? Finde ein Hilfetelefon in deiner Nähe',
    yoursAlone: 'Die Links in diesem Brief gehören nur dir. Schneide sie ab, wenn du ihn weitergibst.',
  },
  confirmation: {
    subject: (course) => `Bitte bestätige: ${course}`,
    preheader: 'Bestätige, dass du um diesen Kurs gebeten hast, und er beginnt.',
    title: 'Hast du um diesen Kurs gebeten?',
    asked: (course, time, zone) =>
      `Jemand, hoffentlich du, hat uns gebeten, „${course}“ an diese Adresse zu schicken, um ${time} Uhr (${zone}).`,
    press: 'Bestätige es auf der Seite hinter diesem Knopf, und der Kurs beginnt.',
    button: 'Bestätigen und beginnen',
    notYou: 'Wenn du es nicht warst, tu nichts. Du bekommst dann nichts mehr von uns.',
  },
  welcomeBack: {
    subject: (course) => `Du bist schon dabei: ${course}`,
    title: 'Schön, dass du wieder da bist',
    preheader: 'Dein Kurs geht da weiter, wo du warst.',
    asked: (course) =>
      `Du hast noch einmal um „${course}“ gebeten. Du bist mittendrin, darum beginnt nichts von vorn: Es geht da weiter, wo du warst.`,
    where: (had, of) => `Du hast ${had} von ${of} Briefen bekommen.`,
    notYou:
      'Wenn du nicht darum gebeten hast, ist nichts verloren: Jemand hat deine Adresse eingetippt, und dein Kurs läuft weiter wie bisher.',
    page: 'Deine Seite öffnen',
    afresh:
      'Auf deiner Seite kannst du mit dem ersten Brief neu beginnen, die Uhrzeit ändern, pausieren oder gehen.',
  },
  finished: {
    subject: (course) => `Du hast „${course}“ ganz gelesen`,
    title: 'Das war der ganze Kurs',
    preheader: 'Es kommen keine Briefe mehr. Was du gelesen und geschrieben hast, bleibt deins.',
    over: (course) => `Das war der letzte Brief von „${course}“, und es kommen keine mehr.`,
    stays:
      'Auf deiner Seite kannst du sie noch einmal lesen, zusammen mit dem, was du geschrieben hast, und eine Kopie mitnehmen. Du kannst auch jederzeit mit dem ersten Brief neu beginnen.',
    thanks: (sender) =>
      `Danke für die Zeit, die du dir genommen hast. Wenn du etwas sagen möchtest, drück auf „Antworten“: Es geht an ${sender}.`,
    page: 'Deine Seite öffnen',
  },
  answer: {
    yourReply: (subject) => `Deine Antwort auf „${subject}“`,
    youWrote: 'Du hast geschrieben:',
    answered: (author, course) => `${author} hat dir in „${course}“ geantwortet.`,
    goOn: 'Antworte auf diese Mail, um weiterzureden.',
    pauseOrStop: 'Den Kurs pausieren oder beenden',
  },
  receipt: {
    pausedSubject: (course) => `Pausiert: ${course}`,
    pausedTitle: 'Dein Kurs macht Pause',
    paused: (course) =>
      `„${course}“ macht Pause. Es kommen keine Briefe, bis du auf deiner Seite auf „Weiter“ drückst.`,
    pausedUntil: (course, day, when) =>
      `„${course}“ macht Pause bis ${day}. Der nächste Brief kommt ${when}.`,
    undoPause: 'Wenn es früher weitergehen oder länger ruhen soll, öffne deine Seite.',
    resumedSubject: (course) => `Es geht weiter: ${course}`,
    resumedTitle: 'Dein Kurs geht weiter',
    resumed: (course, when) => `„${course}“ geht weiter. Der nächste Brief kommt ${when}.`,
    resumedWaits: (course, when) =>
      `„${course}“ geht weiter. Der nächste Brief wartet auf deine Antwort. Ohne sie kommt er ${when}.`,
    undoResume: 'Wenn er wieder ruhen soll, öffne deine Seite.',
    notYou: 'Wenn du nicht darum gebeten hast, drück auf „Antworten“ und sag es uns.',
    page: 'Deine Seite öffnen',
  },
  proof: {
    erase: {
      subject: 'Alles löschen, was wir über dich wissen?',
      title: 'Hast du darum gebeten, gelöscht zu werden?',
      about:
        'Jemand, der einen deiner Briefe hat, hat uns gebeten, alles zu löschen, was wir über dich aufbewahren. Das kann nur, wer dieses Postfach liest.',
      button: 'Weiter zum Löschen',
    },
    change_address: {
      subject: 'Ist das deine neue Adresse?',
      title: 'Ist das deine neue Adresse?',
      about: 'Jemand hat uns gebeten, seine Kurse ab jetzt an diese Adresse zu schicken.',
      button: 'Diese Adresse verwenden',
    },
    open_page: {
      subject: 'Der Link zu deiner Seite',
      title: 'Deine Seite',
      about: 'Du hast um den Link zu der Seite mit deinen Kursen gebeten.',
      button: 'Meine Seite öffnen',
    },
    once: 'Der Link geht einmal, eine Stunde lang.',
    notYou: 'Wenn du es nicht warst, tu nichts. Es hat sich nichts geändert.',
  },
  left: {
    subject: (course) => `Du hast den Kurs verlassen: ${course}`,
    title: 'Es kommen keine Briefe mehr',
    preheader: 'Deine Antwort ist angekommen, und von diesem Kurs kommt nichts mehr.',
    done: (course) =>
      `Du hast uns per Mail gebeten, „${course}“ zu beenden. Es kommen keine Briefe mehr davon, und das hier ist die letzte Mail dazu.`,
    slip: 'Wenn du das nicht gemeint hast, melde dich mit derselben Adresse wieder an: Es geht da weiter, wo du warst.',
    again: 'Wieder anmelden',
  },
  pauseOffer: {
    subject: (course) => `Eine Pause von: ${course}`,
    title: 'Möchtest du eine Pause?',
    preheader: 'Auf deiner Seite geht es; bis du wählst, ändert sich nichts.',
    asked: (course) =>
      `Du hast geschrieben, dass du von „${course}“ eine Pause möchtest. Auf deiner Seite wählst du, wie lange. Bis dahin kommen die Briefe wie bisher.`,
    button: 'Pause wählen',
    person: 'Diese Mail kam von selbst. Was du schreibst, liest auch ein Mensch.',
  },
  view: {
    gone: 'Dieser Brief lässt sich hier nicht mehr ansehen',
    why: 'Solche Links gehen 90 Tage lang, und nur, bis sie zurückgenommen werden. Jeder Brief, den du bekommen hast, steht auf deiner Seite.',
    askForLink: 'Um den Link zu deiner Seite bitten',
  },
}
