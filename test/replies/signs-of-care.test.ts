import { describe, expect, test } from 'vitest'
import { readMessage } from '../../src/replies/read-message.ts'
import { signsOfCare } from '../../src/replies/signs-of-care.ts'

const SIGN = 'I want to kill myself'
const reply = (words: string, more = {}) => ({
  subject: 'Re: One',
  reply: words,
  whole: words,
  uncertain: false,
  ...more,
})

test('In a very long letter a sign is found wherever it stands, at the end and across the pieces it is read in', async () => {
  const calm = 'We walked along the harbour. '
  for (const at of [0, 39_990, 60_000]) {
    const before = calm.repeat(Math.ceil(at / calm.length)).slice(0, at)
    expect([at, await signsOfCare(reply(`${before}. ${SIGN}. ${calm}`), 'en', 'One')]).not.toEqual([at, []])
  }
}, 30_000)

test('Whatever is not certainly theirs is looked through where the parting is uncertain, and only there', async () => {
  const parted = { whole: `Mine.\n\n${SIGN}.` }
  expect(await signsOfCare(reply('Mine.', parted), 'en', 'One')).toEqual([])
  expect(await signsOfCare(reply('Mine.', { ...parted, uncertain: true }), 'en', 'One')).not.toEqual([])
})

test('The subject counts when it is theirs, whatever stands before it; the one of the lesson does not', async () => {
  const subject = `AW: Re: ${SIGN}`
  expect(await signsOfCare(reply('See above.', { subject }), 'en', 'One')).not.toEqual([])
  expect(await signsOfCare(reply('See above.', { subject }), 'en', SIGN)).toEqual([])
})

describe('What was set apart from their words', () => {
  const lesson = `The chair\n\nSome people sit down and think: ${SIGN}. Then they look out of the window and count the boats.`
  const quoted = lesson.replace(/^/gm, '> ')
  const said = 'On Tue, Jan 12, 2027 at 7:00 AM Ana <r+abc@replies.course.example> wrote:'
  const read = (body: string, sent: string | undefined = lesson) =>
    readMessage(Buffer.from(`From: ruth@readers.example\nSubject: Re: One\n\n${body}`), { sent })

  test.each([
    ['below two dashes', `Thanks\n-- \n${SIGN}`],
    ['below two dashes, above the lesson', `Thanks\n-- \n${SIGN}\n\n${said}\n${quoted}`],
    ['below two dashes of an order', `STOP\n\n-- \n${SIGN}`],
    ['marked like a quotation', `ok\n> ${SIGN}\n> nobody knows`],
    ['marked like a quotation, above the lesson', `ok\n> ${SIGN}\n> nobody knows\n\n${said}\n${quoted}`],
    ['below a few words of the lesson', `ok\n\n${said}\n> This evening, switch off one lamp\n> ${SIGN}`],
  ])('is looked through: %s', async (_, body) => {
    const other = 'The lamp\n\nThis evening, switch off one lamp earlier than you would and sit beside it.'
    expect(
      await signsOfCare(await read(body, body.includes('boats') ? lesson : other), 'en', 'One'),
    ).not.toEqual([])
  })

  test.each([
    ['the lesson', `ok\n\n${said}\n${quoted}`],
    [
      'the lesson below a signature',
      `ok\n-- \nRuth Okafor\nBookbinder, Sea Lane 12, Hull\n\n${said}\n${quoted}`,
    ],
    ['what a program adds', `ok\n\nSent from my iPhone\n\n${said}\n${quoted}`],
    [
      'what a company adds',
      `ok\n-- \nThis email is confidential and intended for the addressee only.\n\n${said}\n${quoted}`,
    ],
  ])('raises nothing of itself: %s', async (_, body) => {
    expect(await signsOfCare(await read(body), 'en', 'One')).toEqual([])
  })

  test('raises nothing either where an attribution stands above it and what was sent is not known', async () => {
    const body = `ok\n\n${said}\n${quoted}`
    expect(
      await signsOfCare(await readMessage(Buffer.from(`Subject: Re: One\n\n${body}`)), 'en', 'One'),
    ).toEqual([])
  })

  test('is kept with the whole text where a signature says something, and not for a name', async () => {
    expect(await read(`Thanks\n-- \n${SIGN}`)).toMatchObject({ reply: 'Thanks', uncertain: true })
    expect(await read(`Thanks\n-- \nMy mother died and I told nobody.`)).toMatchObject({ uncertain: true })
    expect(await read(`Thanks\n-- \nRuth Okafor\nBookbinder`)).toMatchObject({ uncertain: false })
    expect(await read(`Thanks\n-- \nRuth\nSent from my iPhone`)).toMatchObject({ uncertain: false })
  })
})
