import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asDownload } from '../../src/web/as-download.ts'

test('any name a stranger gave makes a header of plain letters that says the name', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (name) => {
      const header = asDownload(name)['content-disposition']!
      expect(new Headers(asDownload(name)).get('content-disposition')).toBe(header)
      const [, encoded] = /^attachment; filename\*=UTF-8''([\w.~%-]*)$/.exec(header)!
      expect(decodeURIComponent(encoded!)).toBe(name)
    }),
  )
  expect(asDownload('\ud800.txt')['content-disposition']).toBe("attachment; filename*=UTF-8''%EF%BF%BD.txt")
})
