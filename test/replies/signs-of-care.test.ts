import { expect, test } from 'vitest'
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
