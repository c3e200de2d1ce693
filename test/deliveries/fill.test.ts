import { expect, test } from 'vitest'
import { fill, prepare } from '../../src/deliveries/fill.ts'
import { slot } from '../../src/deliveries/slot.ts'

const [a, b] = [slot('a'), slot('p10')]
const mail = prepare({ id: 'x', subject: `Hi ${a}`, html: `<p title="${a}">${a}${b}</p>`, text: `${a} ${b}` })

test('HTML is escaped as React does it; subject and text take values as they are', () => {
  expect(fill(mail, { a: `<&>"'`, p10: 'ok' })).toEqual({
    subject: `Hi <&>"'`,
    html: '<p title="&lt;&amp;&gt;&quot;&#x27;">&lt;&amp;&gt;&quot;&#x27;ok</p>',
    text: `<&>"' ok`,
  })
})

test('A value that looks like a marker or a replacement pattern is only text', () => {
  expect(fill(mail, { a: slot('p10'), p10: '$& $1' }).text).toBe(`${slot('p10')} $& $1`)
})

test('A missing value throws, and what an object inherits is no value', () => {
  expect(() => fill(mail, { a: 'x' })).toThrow('No value for the slot p10')
  const inherited = prepare({ id: 'x', subject: slot('constructor'), html: '', text: '' })
  expect(() => fill(inherited, {})).toThrow('No value for the slot constructor')
})

test('A mail without slots is filled with nothing', () => {
  const plain = prepare({ id: 'x', subject: 's', html: 'h', text: 't' })
  expect(plain.names).toEqual([])
  expect(fill(plain, { unused: 'x' })).toEqual({ subject: 's', html: 'h', text: 't' })
})
