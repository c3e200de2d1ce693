import { describe, expect, it } from 'vitest'
import { decodeText } from '../../src/articles/decode-text.ts'
import { articleOf } from '../../src/articles/read-article.ts'
import { encode } from './encode.ts'

const german =
  'Am Morgen war der untere Weg verschwunden. Wir gingen über den Deich, an den Gärten vorbei, und niemand sagte etwas, bis wir die Brücke erreichten. Es dauerte eine Woche, bis das Wasser fiel; danach blieben wir bei dem längeren Weg.'
const french =
  "Le matin, le chemin du bas avait disparu. Nous avons marché sur la digue, à côté des jardins, et personne n'a rien dit jusqu'au pont. L'eau a mis une semaine à baisser ; après, nous avons gardé l'habitude du détour, même en été."
const czech =
  'Ráno byla dolní cesta pryč. Šli jsme po hrázi kolem zahrádek a nikdo nic neříkal, dokud jsme nedošli k mostu. Trvalo týden, než voda opadla, a potom jsme už u té delší cesty zůstali, protože je z ní lépe vidět na řeku.'
const polish =
  'Rano dolna ścieżka zniknęła. Szliśmy wałem, obok ogródków, i nikt nic nie mówił, dopóki nie doszliśmy do mostu. Minął tydzień, zanim woda opadła, a potem zostaliśmy już przy dłuższej drodze, bo lepiej z niej widać rzekę.'
const russian =
  'Утром нижняя дорога исчезла. Мы пошли по дамбе, мимо огородов, и никто ничего не говорил до самого моста. Вода спадала целую неделю, а потом мы так и остались на длинной дороге, потому что с неё лучше видно реку.'
const turkish =
  'Sabah alt yol kaybolmuştu. Bahçelerin yanından, setin üzerinden yürüdük ve köprüye kadar kimse bir şey söylemedi. Suyun çekilmesi bir hafta sürdü; sonra da uzun yoldan gitmeye devam ettik, çünkü ırmak oradan daha güzel görünüyor.'
const japanese =
  '朝になると、川沿いの下の道はなくなっていた。私たちは堤防の上を、畑の横を通って歩いた。橋に着くまで誰も何も言わなかった。水が引くまでに一週間かかり、それからも遠回りの道を歩き続けている。川がよく見えるからだ。'
const chinese =
  '早上，河边的小路不见了。我们沿着堤坝走，经过菜园，一直到桥头都没有人说话。水过了一个星期才退下去，后来我们就习惯了走远路，因为从那里可以看见河。'
const taiwanese =
  '早上，河邊的小路不見了。我們沿著堤防走，經過菜園，一直到橋頭都沒有人說話。水過了一個星期才退下去，後來我們就習慣了走遠路，因為從那裡可以看見河。'
const korean =
  '아침에 보니 아랫길이 사라지고 없었다. 우리는 밭을 지나 둑길을 걸었고, 다리에 닿을 때까지 아무도 말을 하지 않았다. 물이 빠지는 데 일주일이 걸렸고, 그 뒤로도 우리는 먼 길로 다닌다. 강이 더 잘 보이기 때문이다.'

describe('decodeText', () => {
  it.each([
    ['Windows-1252', german],
    ['Windows-1252', `“${french}” — 3 €…`],
    ['ISO-8859-15', french.replace('été', 'été, pour 3 €')],
    ['Windows-1250', `„${czech}“`],
    ['ISO-8859-2', polish],
    ['Windows-1251', russian],
    ['KOI8-R', russian],
    ['ISO-8859-5', russian],
    ['Windows-1254', turkish],
    ['Shift_JIS', japanese],
    ['EUC-JP', japanese],
    ['GB18030', chinese],
    ['Big5', taiwanese],
    ['EUC-KR', korean],
  ])('recognises %s by what it says, and warns', (charset, text) => {
    expect(decodeText(encode(text, charset))).toEqual({
      text,
      warnings: [
        expect.stringMatching(
          /^The text is not UTF-8; it was read as [\w-]+, so look for wrong characters\.$/,
        ),
      ],
    })
  })

  it('reads what it is told it is in without a warning', () => {
    expect(decodeText(encode('Größe', 'Windows-1252'), 'iso-8859-1')).toEqual({ text: 'Größe', warnings: [] })
    expect(decodeText(encode('кот', 'KOI8-R'), 'koi8-r')).toEqual({ text: 'кот', warnings: [] })
  })

  it('believes UTF-8 over what it is told, and its own eyes over an encoding that does not exist', () => {
    expect(decodeText(Buffer.from('Größe'), 'iso-8859-1').text).toBe('Größe')
    expect(decodeText(encode(german, 'Windows-1252'), 'x-unheard-of').text).toBe(german)
    expect(decodeText(encode(german, 'Windows-1252'), 'utf-8').warnings.join()).toContain('Windows-1252')
  })

  it.each([
    `<meta charset="windows-1251"><p>${russian}</p>`,
    `<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>${russian}</p>`,
    `<?xml version="1.0" encoding="windows-1251"?><p>${russian}</p>`,
  ])('believes what a page says of itself', (page) => {
    expect(decodeText(encode(page, 'Windows-1251'))).toEqual({ text: page, warnings: [] })
  })

  it('reads ISO-2022-JP, whose bytes are all ASCII', () => {
    expect(decodeText(encode(japanese, 'ISO-2022-JP'))).toEqual({ text: japanese, warnings: [] })
  })

  it('reads the Unicode encodings by their mark, and UTF-16 without one', () => {
    const text = 'Größe, 駅, 🙂'
    const little = Buffer.from(text, 'utf16le')
    const big = Buffer.from(little).swap16()
    expect(decodeText(Buffer.concat([Buffer.from([0xff, 0xfe]), little])).text).toBe(text)
    expect(decodeText(Buffer.concat([Buffer.from([0xfe, 0xff]), big])).text).toBe(text)
    expect(decodeText(Buffer.from(german, 'utf16le')).text).toBe(german)
    expect(decodeText(Buffer.from(german, 'utf16le').swap16()).text).toBe(german)
    const points = [...`\uFEFF${text}`].map((character) => character.codePointAt(0)!)
    const wide = Buffer.alloc(4 * points.length)
    for (const [i, point] of points.entries()) wide.writeUInt32LE(point, 4 * i)
    expect(decodeText(wide).text).toBe(text)
    expect(decodeText(wide.swap32()).text).toBe(text)
  })

  it('keeps UTF-8 of which a byte is damaged, and says so', () => {
    const bytes = Buffer.concat([Buffer.from(japanese), Buffer.from([0xe3]), Buffer.from('。')])
    const { text, warnings } = decodeText(bytes)
    expect(text).toContain(japanese)
    expect(warnings).toEqual(['1 of its characters are damaged; look for \ufffd in the text.'])
  })

  it.each([
    [Buffer.from('%PDF-1.7 ...'), 'It is a PDF, not a text'],
    [Buffer.from('{\\rtf1 Hello}'), 'It is an RTF file'],
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'It is an old Word file'],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'It is a picture'],
    [Buffer.from([0x1f, 0x8b, 8, 0]), 'It is a compressed file'],
    [Buffer.from([1, 0, 2]), 'It is not a text'],
    [Buffer.from(Array.from({ length: 400 }, (_, i) => (i * 7919) % 256 || 1)), 'It is not a text'],
  ])('refuses what is no text in one sentence with a way out', (bytes, said) => {
    expect(() => decodeText(bytes)).toThrow(said)
    expect(() => decodeText(bytes)).toThrow(/; give Markdown, HTML, plain text or a \.docx file\.$/)
  })

  it('carries the warning over to the article', async () => {
    expect((await articleOf(encode(russian, 'KOI8-R'))).warnings).toEqual([
      'The text is not UTF-8; it was read as KOI8-R, so look for wrong characters.',
    ])
  })
})
