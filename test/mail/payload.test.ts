import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fill, prepare } from '../../src/deliveries/fill.ts'
import { slot } from '../../src/deliveries/slot.ts'
import { jsonText, writePayload } from '../../src/mail/payload.ts'

const text = () => fc.oneof(fc.string(), fc.string({ unit: 'binary' }))

test('what is written is the mails as JSON, whatever people wrote in them', () => {
  const mail = fc.record({
    ...{ from: text(), to: text(), replyTo: text(), subject: text(), html: text(), text: text() },
    headers: fc.record({ 'List-Id': text() }),
    tags: fc.array(fc.record({ name: text(), value: text() }), { maxLength: 2 }),
  })
  fc.assert(
    fc.property(fc.array(mail, { minLength: 1, maxLength: 5 }), (mails) => {
      const written = mails.map((each) => ({
        ...each,
        subject: jsonText(each.subject),
        html: jsonText(each.html),
        text: jsonText(each.text),
      }))
      const { bytes, size } = writePayload(written)
      expect(size).toBe(mails.length)
      expect(JSON.parse(bytes.toString())).toEqual(
        mails.map(({ replyTo, ...rest }) => ({ ...rest, reply_to: replyTo })),
      )
    }),
  )
})

test('filling written pieces writes what was filled', () => {
  fc.assert(
    fc.property(text(), text(), text(), (before, value, after) => {
      const compiled = {
        id: 'x',
        subject: `${before}${slot('name')}`,
        html: `${slot('name')}${after}`,
        text: `${before}${slot('name')}${after}`,
      }
      const plain = fill(prepare(compiled), { name: value })
      expect(fill(prepare(compiled, jsonText), { name: value })).toEqual({
        subject: jsonText(plain.subject),
        html: jsonText(plain.html),
        text: jsonText(plain.text),
      })
    }),
  )
})
