import { createElement } from 'react'
import { expect, test } from 'vitest'
import SignIn from '../../emails/sign-in.tsx'
import { isTooLargeForGmail, renderMail } from '../../src/mail/render.ts'

test('A mail comes with both parts, and without React’s comments', async () => {
  const { html, text } = await renderMail(createElement(SignIn, SignIn.PreviewProps))
  expect(html).toMatch(/^<!DOCTYPE html/)
  expect(html).not.toMatch(/<!--(?!\[if)/)
  expect(text).toContain(`Sign in <${SignIn.PreviewProps.url}>`)
})

test('Gmail’s limit is counted in bytes of UTF-8', () => {
  expect(isTooLargeForGmail('x'.repeat(90 * 1024))).toBe(false)
  expect(isTooLargeForGmail('x'.repeat(90 * 1024 + 1))).toBe(true)
  expect(isTooLargeForGmail('é'.repeat(45 * 1024 + 1))).toBe(true)
})

function Broken(): never {
  throw new Error('no')
}

test('A component that throws rejects', async () => {
  await expect(renderMail(createElement(Broken))).rejects.toThrow('no')
})
