import { expect, test } from 'vitest'
import { findCare } from '../../../src/replies/care/find-care.ts'

const care = (text: string) => findCare(text).care

test('what is told apart by one small word is told apart', () => {
  expect(care('I want to end it')).toBe(true)
  expect(care("I don't want to die")).toBe(false)
  expect(care('No quiero seguir viviendo.')).toBe(true)
  expect(care('No quiero morir.')).toBe(false)
  expect(care('Ich will sterben')).toBe(true)
  expect(care('Ich will nicht sterben')).toBe(false)
})

test('a word inside another word, and a turn of phrase, are no signs', () => {
  expect(care('This kills me.')).toBe(false)
  expect(care('My skilled friend killed it on stage.')).toBe(false)
  expect(care('I wanted to die laughing')).toBe(false)
})

test('says which words of the reader led to it, as they stand', () => {
  expect(findCare('It is late.\nI want\nto DIE, mum').because).toEqual(['want to DIE'])
  expect(findCare('The weather is fine').because).toEqual([])
})
