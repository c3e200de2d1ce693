import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isDisposable } from '../../src/signups/disposable.ts'
import { suggestAddress } from '../../src/signups/suggest-address.ts'

test('a slip in a familiar domain is asked about', () => {
  expect(suggestAddress('ruth@gmial.com')).toBe('ruth@gmail.com')
  expect(suggestAddress('ruth@gmail.co')).toBe('ruth@gmail.com')
  expect(suggestAddress('ruth@gmal.com')).toBe('ruth@gmail.com')
  expect(suggestAddress('ruth@hotnail.com')).toBe('ruth@hotmail.com')
  expect(suggestAddress('ruth@outllook.com')).toBe('ruth@outlook.com')
  expect(suggestAddress('ruth@yahoo.co.ku')).toBe('ruth@yahoo.co.uk')
  expect(suggestAddress('ruth+a@gmail.con')).toBe('ruth+a@gmail.com')
})

test('what is right, or unknown, is left alone', () => {
  for (const domain of [
    'gmail.com',
    'gmx.de',
    'gmx.at',
    'web.de',
    'mail.com',
    'example.org',
    'posteo.net',
    'mac.com',
  ])
    expect(suggestAddress(`ruth@${domain}`), domain).toBe(undefined)
})

test('a suggestion never changes the name, and is never suggested away again', () => {
  const near = fc.tuple(
    fc.constantFrom('gmail.com', 'outlook.com', 'icloud.com'),
    fc.nat(8),
    fc.constantFrom('x', ''),
  )
  fc.assert(
    fc.property(near, ([domain, at, letter]) => {
      const typed = `ruth@${domain.slice(0, at)}${letter}${domain.slice(at + 1)}`
      const meant = suggestAddress(typed)
      if (!meant) return
      expect(meant.startsWith('ruth@')).toBe(true)
      expect(suggestAddress(meant)).toBe(undefined)
    }),
  )
})

test('throwaway domains are known with all that is under them; others are not among them', () => {
  expect(isDisposable('mailinator.com')).toBe(true)
  expect(isDisposable('inbox.Mailinator.com')).toBe(true)
  for (const domain of [
    'gmail.com',
    'gmx.de',
    'example.com',
    'example.org',
    'readers.localhost',
    'proton.me',
    'co.uk',
  ])
    expect(isDisposable(domain), domain).toBe(false)
})
