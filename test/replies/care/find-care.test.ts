import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findCare } from '../../../src/replies/care/find-care.ts'

const care = (text: string) => findCare(text).care

test('what is told apart by one small word is told apart', () => {
  expect(care('I want to end it')).toBe(true)
  expect(care('I want to end it with him')).toBe(false)
  expect(care("I don't want to die")).toBe(false)
  expect(care("I don't want to live")).toBe(true)
  expect(care('No quiero seguir viviendo.')).toBe(true)
  expect(care('No quiero morir.')).toBe(false)
  expect(care('Ich will sterben')).toBe(true)
  expect(care('Ich will nicht sterben')).toBe(false)
  expect(care('Ich mag nicht mehr.')).toBe(true)
  expect(care('Ich mag nicht mehr an ihn denken.')).toBe(false)
})

test('a "not" that says something else denies nothing', () => {
  expect(care("I can't stop thinking about killing myself")).toBe(true)
  expect(care('I never told anyone that he raped me')).toBe(true)
  expect(care("I don't sleep and I want to die")).toBe(true)
  expect(care('Er schlägt mich nicht mehr, seit die Polizei da war')).toBe(true)
  expect(care('Er schlägt mich nicht')).toBe(false)
  expect(care('Geschlagen hat er mich nie')).toBe(false)
})

test('a word inside another word, and a turn of phrase, are no signs', () => {
  expect(care('This kills me.')).toBe(false)
  expect(care('My skilled friend killed it on stage.')).toBe(false)
  expect(care('I wanted to die laughing')).toBe(false)
  expect(care('I ran 20 kms on Sunday')).toBe(false)
  expect(care('Ich bin todmüde und sterbe vor Neugier')).toBe(false)
  expect(care('Me muero de risa')).toBe(false)
})

test('what happens in a film is no sign, what happened in the family is', () => {
  expect(care('In the film the man kills himself at the end and I cried.')).toBe(false)
  expect(care('My brother killed himself, and since then I cannot watch films.')).toBe(true)
})

test.each([
  'I want to d1e',
  'i want to k*ll myself',
  'I am sucidal',
  'thinking about suiside',
  'I want to k i l l myself',
  'I WANT TO DIE',
  'i wanna dieeee',
  'I don’t want to live anymore',
  'i dont want to live anymore',
  'I want\nto die',
  'ich moechte nicht mehr leben',
  'ich möchte nicht mehr leben',
  'ICH WILL NICHT MEHR LEBEN',
  'ich will nich mehr leben',
  'ya no kiero vivir',
  'me quiero su1cidar',
  'intente quitarme la vida',
])('however it is spelt: %j', (text) => {
  expect(care(text)).toBe(true)
})

test('one language is read inside another, and one that is not read raises nothing', () => {
  expect(care('Mir geht es gut. No, it does not: I want to die.')).toBe(true)
  expect(findCare('I want to die', 'es').care).toBe(true)
  expect(care('Je voudrais seulement un café et le journal du matin, comme avant.')).toBe(false)
})

test('says which words of the reader led to it, as they stand', () => {
  expect(findCare('It is late.\nI want\nto DIE, mum').because.join(' ')).toContain('want to DIE')
  expect(findCare('The weather is fine').because).toEqual([])
})

test('whatever is written: there are words to show if and only if a person should see it, and they are the reader’s own', () => {
  const pieces = [
    'I want to die',
    'er schlägt mich',
    'me quiero morir',
    'not',
    'nie',
    '🙂',
    '\n\n',
    '…',
    'k*ll',
    "'",
    'ß',
  ]
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 12 })), { maxLength: 30 })
      .map((all) => all.join(' ')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const { care, because } = findCare(text)
      expect(because.length > 0).toBe(care)
      const own = text.replace(/\s+/g, ' ')
      for (const words of because) expect(own).toContain(words)
    }),
    { numRuns: 300 },
  )
})

test('a harmless beginning and end never hide what stands between', () => {
  const before = 'Thank you for the lesson, I read it on the train and again at night.'
  const after = 'The garden is full of quinces. I will write again on Friday.'
  for (const sign of ['I want to kill myself.', 'Er hat mich vergewaltigt.', 'Me pega cuando bebe.'])
    expect(care(`${before}\n\n${sign}\n\n${after}`)).toBe(true)
})
