import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMatter, withoutMatter } from '../../src/articles/find-matter.ts'
import { outline } from '../../src/articles/outline.ts'
import { plainTextToMarkdown } from '../../src/articles/plain-text.ts'

const body = [
  'The river had come up in the night, and in the morning the lower path was gone.',
  'We walked along the dyke instead, past the allotments, and nobody said anything until the bridge.',
  'It took a week to go down. By then we had got used to the long way round, and kept to it.',
]
const left = (markdown: string) => findMatter(markdown, outline(markdown)).map(({ text }) => text)
const below = (...blocks: string[]) => ['# A title', ...body, ...blocks].join('\n\n')
const above = (...blocks: string[]) => ['# A title', ...blocks, ...body].join('\n\n')

describe('findMatter', () => {
  it.each([
    ['By Ada Lindqvist'],
    ['By Ada Lindqvist | March 3, 2024 | 6 min read'],
    ['Ada Lindqvist · 12 March 2023 · 5 minute read'],
    ['Published on January 9, 2021'],
    ['Last updated: 04/11/2022'],
    ['Reading time: 7 minutes'],
    ['Von Karin Voss, 3. Februar 2022'],
    ['Lesezeit: ca. 5 Minuten'],
    ['Por Marta Ruiz de Alba'],
    ['Publicado el 14 de mayo de 2020'],
    ['Par Hélène Morel — 2 mars 2019'],
    ['5 min de lecture'],
    ['Photo by Jan Kaluza on Unsplash'],
    ['Foto: Karin Voss / privat'],
    ['This post contains affiliate links, and I may earn a small commission if you buy something.'],
    ['This article was originally published in The Quiet Gardener.'],
  ])('leaves out "%s" above an article', (line) => {
    expect(left(above(line))).toEqual([line])
  })

  it.each([
    ['In peace and passion,'],
    ['Love,\nAda'],
    ['With all good wishes,', 'Tomasz'],
    ['Warmly, Ada Lindqvist'],
    ['— Ada'],
    ['Herzliche Grüße', 'Karin Voss'],
    ['Herzlich,\\\nIhre Karin'],
    ['Un abrazo,', 'Marta'],
    ['Bien à vous,', 'Hélène'],
    ['À bientôt !'],
    ['Read also: How to Dry a Cellar'],
    ['Related: Why the River Comes Up at Night'],
    ['Lesen Sie auch: Wie man einen Keller trocknet'],
    ['Lee también: Cómo secar un sótano'],
    ['À lire aussi : Comment sécher une cave'],
    ['If your cellar is still wet, read How to Dry a Cellar Without a Pump.'],
    ['What do you think? Share your thoughts below.'],
    ["I'd love to hear from you. Leave a comment and tell me where you walked!"],
    ['If you enjoyed this, please share it with a friend. Thanks for reading!'],
    ['Subscribe to my newsletter and get one letter a week. No spam, ever.'],
    ['Follow me on Instagram and Facebook.'],
    ['Hat dir der Beitrag gefallen? Teile ihn gern mit deinen Freunden.'],
    ['Was denken Sie? Schreiben Sie es mir unten in die Kommentare.'],
    ['¿Qué opinas? Déjame un comentario abajo.'],
    ['Suscríbete a mi boletín y recibe una carta por semana.'],
    ['Et vous ? Dites-le-moi dans les commentaires.'],
    ['Abonnez-vous à ma lettre du dimanche.'],
    ['Ada Lindqvist is a writer and walker who lives by a river in Värmland with two dogs.'],
    ['Karin Voss ist freie Autorin und lebt in Lübeck.'],
    ['© 2024 Ada Lindqvist. All rights reserved.'],
    ['Originally published at quietgardener.example.'],
    ['## About the author', 'Ada walks and writes. She has never owned a boat.'],
    ['## Über die Autorin', 'Karin Voss geht spazieren und schreibt darüber.'],
    ['## Share this:', '- Facebook\n- Twitter\n- Email'],
    [
      '## Related posts',
      '- [How to dry a cellar](https://a.example/1)\n- [Why it rains](https://a.example/2)',
    ],
    [
      '## 2 comments',
      'Tom',
      'I had the same in 2013, and the water stood in the kitchen for nine days before it went down.',
    ],
    ['## Leave a comment', 'Your email address will not be published.'],
  ])('leaves out "%s" below an article', (...blocks) => {
    expect(left(below(...blocks))).toEqual(blocks)
  })

  it('leaves out a table of contents', () => {
    const contents = ['## Contents', '- [The river](#a)\n- [The path](#b)']
    expect(left(above(...contents))).toEqual(contents)
  })

  it('leaves out several of them together, up to where the article ends', () => {
    const end = ['Read also: How to Dry a Cellar', 'In haste,', 'Ada', '---', '© 2024 Ada Lindqvist']
    expect(left(below(...end))).toEqual(end.filter((block) => block !== '---'))
  })

  it.each([
    ['What do you think it would cost you to take the long way round?'],
    [
      'What do you think? Share your thoughts below. And which path would you give up first, if one had to go?',
    ],
    ['Love is what is left when the water has gone.'],
    ['Share it.'],
    ['Until tomorrow'],
    ['Read the river, and you will know the town.'],
    ['When it was over I went home and read The Old Man and the Sea, all of it, in one evening.'],
    ['If you read one book this winter, read Middlemarch. It will outlast the rain.'],
    ['Ada is a teacher now, in a town with no river at all.'],
    ['Best of all was the silence.'],
    ['Yours was the last house they reached.'],
    ['I wrote it all down and sent it to the newspaper, and they printed it in June.'],
    ['Follow the river and you will come to the sea.'],
    ['Tell somebody. It does not matter who, as long as they have had wet feet too.'],
    ['And then, at the bridge, Tomasz'],
    ['Share what you have with those downstream, and ask nothing for it.'],
    ['Subscribe to nothing, own little, keep your boots by the door.'],
    ['Thank you for walking this far with me; I should have turned back at the allotments without you.'],
    ['“Goodnight,” she said.'],
    ['P.S. The key is under the third stone, not the second.'],
    ['Alles Liebe beginnt mit einem nassen Fuß.'],
    ['Comparte el pan con quien vive río abajo.'],
    ['Et vous, que feriez-vous si le chemin disparaissait ?'],
    ['— I would do it again, said the old man.'],
    [
      '## Share it',
      'The dyke was built by forty families, and each of them gave a fortnight that they did not have, and nobody kept a list.',
    ],
    [
      '## Comments',
      'A comment on a map is worth more than the map: somebody has written beside the ford, in pencil, that it lies.',
    ],
    [
      '## Related',
      'We are all related, in a valley like this, and it makes the quarrels longer and the floods a little shorter.',
    ],
    ['- Boots\n- A lamp\n- Bread'],
  ])('keeps the ending "%s"', (...blocks) => {
    expect(left(below(...blocks))).toEqual([])
  })

  it.each([
    ['By the time we got up, the path was gone.'],
    ['Von hier aus sieht man das Meer.'],
    ['Por la noche subió el río.'],
    ['By Water'],
    ['March was wet.'],
    ['Photo albums were the first thing we carried upstairs.'],
  ])('keeps the beginning "%s"', (line) => {
    expect(left(above(line)).filter((text) => text !== 'By Water')).toEqual([])
  })

  it('leaves out a wave below a call, and keeps one below the article', () => {
    const call = 'Subscribe to my newsletter for more.'
    expect(left(below(call, 'Happy brewing!'))).toEqual([call, 'Happy brewing!'])
    expect(left(below('Happy brewing!'))).toEqual([])
  })

  it('keeps a box about somebody whom the article is about', () => {
    const text = below(
      'Sandy laughed when I asked her.',
      'Sandy is a writer now, and lives in a house on a hill.',
    )
    expect(left(text)).toEqual([])
  })

  it('leaves something of any text, and only whole blocks, each once', () => {
    const line = fc.constantFrom(
      'Love,',
      'By Ada Lindqvist',
      '© 2024',
      '## Share this:',
      '---',
      'Read also: A Path',
      body[0]!,
      '- a\n- b',
      '> Love,',
    )
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const markdown = lines.join('\n\n')
        const whole = outline(markdown)
        const rest = withoutMatter(markdown, whole)
        const starts = [...rest.blocks, ...rest.asides].map(({ start }) => start).sort((a, b) => a - b)
        expect(starts).toEqual(
          [...whole.blocks, ...whole.asides].map(({ start }) => start).sort((a, b) => a - b),
        )
        const hasText = whole.blocks.some(({ kind }) => kind !== 'heading' && kind !== 'divider')
        if (hasText)
          expect(rest.blocks.some(({ kind }) => kind !== 'heading' && kind !== 'divider')).toBe(true)
      }),
    )
  })

  it('eats nothing of the courses and articles that are in the repository', () => {
    const articles = [
      '../../sequences/wanting-to-be-wanted/article.md',
      'headings/02-story-with-dialogue.md',
      'headings/05-letter-without-headings.md',
    ]
    for (const path of articles) {
      const markdown = plainTextToMarkdown(readFileSync(new URL(path, import.meta.url), 'utf8')).markdown
      expect(left(markdown)).toEqual([])
    }
  })
})
