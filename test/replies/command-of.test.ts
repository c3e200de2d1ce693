import { describe, expect, test } from 'vitest'
import { commandOf } from '../../src/replies/command-of.ts'

describe('the whole message is an order to unsubscribe', () => {
  test.each([
    'STOP',
    'stop',
    'Stop!',
    'Please stop.',
    'unsubscribe',
    'UNSUBSCRIBE ME',
    'Unsubscribe me please',
    'please unsubscribe me from this list.',
    'Hi Ana,\n\nplease unsubscribe me.\n\nThanks\nRuth',
    'I want to unsubscribe',
    "I'd like to unsubscribe from this course",
    'remove me',
    'Remove me from your mailing list, please.',
    'take me off this list',
    'Stop sending me these emails',
    'No more emails please',
    'cancel my subscription',
    'opt out',
    'abmelden',
    'Bitte abmelden!',
    'Bitte melden Sie mich ab.',
    'Ich möchte mich abmelden.\n\nViele Grüße\nRuth Okafor',
    'Bitte keine Mails mehr',
    'Baja',
    'Dar de baja',
    'Quiero darme de baja, por favor.',
    'cancelar suscripción',
    'Désabonner',
    'Désabonnez-moi, merci',
    'Je souhaite me désinscrire.',
    'Cancellami per favore',
    'Vorrei disiscrivermi, grazie',
    'Descadastrar',
    'Quero sair da lista',
    'Afmelden',
    'Schrijf mij uit, alstublieft',
    'Avregistrera mig tack',
    'Wypisz mnie, proszę',
    'Отписаться',
    'отпишите меня, пожалуйста',
    '配信停止',
    '退订',
    'Abonelikten çık',
    'Odhlásit',
  ])('%j', (text) => {
    expect(commandOf(text)).toBe('unsubscribe')
  })
})

describe('the whole message asks for a pause', () => {
  test.each([
    'Pause',
    'pause please',
    'Please pause the course.',
    'Pausieren',
    'Bitte eine Pause',
    'pausa',
    'Mettre en pause',
    'Pauze',
    'пауза',
    '暂停',
  ])('%j', (text) => {
    expect(commandOf(text)).toBe('pause')
  })
})

describe('a sentence is not an order', () => {
  test.each([
    "I can't stop thinking",
    'Stop it',
    'I told him to stop.',
    'STOP being so kind, you make me cry.',
    'Stop\n\nThat is what I would say to my mother, and then I would unsubscribe from her.',
    'unsubscribe me from my own thoughts',
    'I want to stop',
    'I want to be removed from this world',
    'Remove me from my bed in the morning, somebody',
    'How do I stop worrying?',
    'A pause before answering',
    'I need a pause from people',
    'La baja de mi madre',
    'Ich habe mich abgemeldet, innerlich',
    'Ich muss mich bei ihr abmelden',
    'Should I unsubscribe from the news?',
    'cancel culture',
    'Kündigen.',
    'Rezygnuję.',
    'Sair',
    'I want to be removed',
    'Ruth',
    'yes',
    '',
    'Thanks',
    `stop ${'really '.repeat(40)}`,
  ])('%j', (text) => {
    expect(commandOf(text)).toBeUndefined()
  })
})
