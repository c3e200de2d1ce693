import fc from 'fast-check'
import { normaliseValue } from '../../src/deliveries/normalise-value.ts'

/** What people, and people who mean harm, put into a name field. */
export const namesSeen = [
  "Siobhán O'Neill-Šimůnková",
  'Ann "the <b>boss</b>" & Co',
  '<script>alert(1)</script>',
  '</title></style><img src=x onerror=alert(1)>',
  '👩‍👩‍👧‍👦 Noor 🇵🇸',
  'مريم العلي',
  'שָׂרָה Cohen',
  '*stars* _and_ `ticks` ~~gone~~',
  '[link](https://evil.example) ![img](x)',
  '# Title',
  '- item',
  '> quote',
  '1. one',
  'https://evil.example/path?a=b&c=d',
  'www.evil.example',
  'ann@example.org',
  '{{ email }} {% if x %}',
  "$& $1 $` $' $$",
  'zq0slotunsubscribeUrl0qz',
  'a\u00a0b\u200bc\u2028d\ufeffe\u00adf',
  '&amp; &#x27; &lt;',
  '<!-- --> <!--$--> \\ %s %00 \u0000',
  '李小龍'.repeat(400),
  'a | b \t c',
]

/** Names as they reach a mail: normalised, not empty. */
export const names = fc
  .oneof(
    fc.constantFrom(...namesSeen),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary', maxLength: 40 }),
  )
  .map(normaliseValue)
  .filter((name) => name !== '')
