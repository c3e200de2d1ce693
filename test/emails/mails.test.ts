import { createElement, type FunctionComponent } from 'react'
import { describe, expect, test } from 'vitest'
import Answer from '../../emails/answer.tsx'
import CareNotice from '../../emails/care-notice.tsx'
import { contrast } from '../../emails/components/accent.ts'
import { dark, light } from '../../emails/components/look.ts'
import Confirmation from '../../emails/confirmation.tsx'
import Digest from '../../emails/digest.tsx'
import Finished from '../../emails/finished.tsx'
import Left from '../../emails/left.tsx'
import Lesson from '../../emails/lesson.tsx'
import PauseOffer from '../../emails/pause-offer.tsx'
import Proof from '../../emails/proof.tsx'
import Receipt from '../../emails/receipt.tsx'
import SignIn from '../../emails/sign-in.tsx'
import WelcomeBack from '../../emails/welcome-back.tsx'
import { isTooLargeForGmail, renderMail } from '../../src/mail/render.ts'

// biome-ignore lint/suspicious/noExplicitAny: one table for templates of different props
const mails: [string, FunctionComponent<any>, any][] = [
  ['lesson', Lesson, Lesson.PreviewProps],
  ['first lesson', Lesson, { ...Lesson.PreviewProps, first: { repliesReadBy: null, repliesKeptDays: 90 } }],
  ['welcome-back', WelcomeBack, WelcomeBack.PreviewProps],
  ['finished', Finished, Finished.PreviewProps],
  ['receipt', Receipt, Receipt.PreviewProps],
  ['resumed receipt', Receipt, { ...Receipt.PreviewProps, standing: 'resumed' }],
  ['proof', Proof, Proof.PreviewProps],
  ['left', Left, Left.PreviewProps],
  ['pause-offer', PauseOffer, PauseOffer.PreviewProps],
  ['care-notice', CareNotice, CareNotice.PreviewProps],
  ['digest', Digest, Digest.PreviewProps],
  ['confirmation', Confirmation, Confirmation.PreviewProps],
  ['answer', Answer, Answer.PreviewProps],
  ['sign-in', SignIn, SignIn.PreviewProps],
]

describe.each(mails)('The %s mail', (_, Mail, props) => {
  test('says its language and direction, has one h1, a title, and tables for layout only', async () => {
    const { html, text } = await renderMail(createElement(Mail, props))
    expect(html).toMatch(/<html dir="ltr" lang="en">/)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).toMatch(/<title>[^<]+<\/title>/)
    expect(html).toContain('name="color-scheme" content="light dark"')
    expect(html).toContain('prefers-color-scheme:dark')
    const layout = (html.match(/<table[^>]*>/g) ?? []).filter((table) => !table.includes('border-collapse'))
    for (const table of layout) expect(table).toContain('role="presentation"')
    expect(html).not.toMatch(/#fff\b|#ffffff|#000\b|#000000|:white|:black/i)
    expect(isTooLargeForGmail(html)).toBe(false)
    expect(text).not.toMatch(/undefined|null|<(?!https?:)|[A-Z]{12}/)
    expect(text).not.toMatch(/\n{4}/)
  })
})

const body = async (markdown: string, more: object = {}) =>
  renderMail(createElement(Lesson, { ...Lesson.PreviewProps, markdown, ...more }))

test('A lesson without a prompt asks nothing, and the last one says so', async () => {
  const { html, text } = await body('Text.', { prompt: null, next: null, isLast: true })
  expect(html).not.toContain('Just hit Reply')
  expect(text).toContain('This was the last letter')
  expect(text).not.toContain('The next one comes')
})

test('A lesson tells the reader how to answer, change, stop and find help, in both parts', async () => {
  const { html, text } = await body('Text.')
  const { preferencesUrl, unsubscribeUrl, postalAddress, next, reason } = Lesson.PreviewProps
  for (const part of [html, text]) {
    for (const words of [
      preferencesUrl,
      unsubscribeUrl,
      postalAddress,
      next,
      reason,
      'https://findahelpline.com',
      'Just hit Reply',
    ]) {
      expect(part).toContain(words)
    }
  }
})

test.each([
  ['\u201cIt is only my ego\u201d', '\u201cIt is only my ego\u201d'],
  ['\u201cYes\u201d and \u201cno\u201d', '\u201c\u201cYes\u201d and \u201cno\u201d\u201d'],
  ['What was lost', '\u201cWhat was lost\u201d'],
])('An answer quotes the title %s once', async (lessonSubject, quoted) => {
  const { html } = await renderMail(createElement(Answer, { ...Answer.PreviewProps, lessonSubject }))
  expect(html).toContain(`Your reply to ${quoted}<`)
})

test('The headings of the text start below the title, whatever the author began with', async () => {
  expect((await body('# A\n\n## B')).html).toMatch(/<h2[^>]*>A<\/h2>\s*<h3[^>]*>B<\/h3>/)
  expect((await body('### A\n\n#### B')).html).toMatch(/<h2[^>]*>A<\/h2>\s*<h3[^>]*>B<\/h3>/)
})

test('Links lead to http, https and mailto, and images come from the web', async () => {
  const { html } = await body(
    '[a](javascript:alert(1)) [b](data:text/html,x) [c](JaVaScRiPt:x) [d](/me) [e](vbscript:x) ![f](data:image/png;base64,x) ![g](mailto:x@y.z) [h](mailto:x@y.z) <javascript:alert(1)>',
  )
  expect(html).not.toMatch(/(href|src)="(?!https?:|mailto:)|<img/i)
  expect(html).toContain('href="mailto:x@y.z"')
})

test('Raw HTML is taken off and its words stay', async () => {
  const { html, text } = await body(
    'A <b onclick="x()">bold</b> word.<!-- a note -->\n\n<div>\nIn a box\n</div>\n\n<script>steal()</script>\n\n<img src=x onerror=y>',
  )
  expect(html).not.toMatch(/onclick|<script|steal|a note|onerror|<div>\s*In a box/)
  expect(text).toContain('A bold word.\n\nIn a box')
})

test('Every image has an alternative text', async () => {
  const { html } = await body('![A boat](https://a.example/b.png) ![](https://a.example/c.png)')
  expect(html.match(/<img/g)).toHaveLength(2)
  expect(html).toContain('alt="A boat"')
  expect(html).toContain('alt=""')
})

test('Lists, tables and code read well as text', async () => {
  const { text } = await body(
    '- one\n- two\n\n| who | when |\n|---|---|\n| Ann Example | 8 |\n\n```\na  b\n```',
  )
  expect(text).toContain('- one\n- two\n\nwho | when\nAnn Example | 8\n\na  b')
})

test('Nothing depends on the length of a preheader', async () => {
  const size = async (preheader: string) => (await body('x', { preheader })).html.length
  expect((await size('x'.repeat(300))) - (await size('x'))).toBe(299)
})

test.each([
  ['light', light],
  ['dark', dark],
])(
  'Every text stands out from its paper by 4.5 to 1 in %s',
  (_, { ink, muted, accent, onAccent, paper, sheet }) => {
    for (const text of [ink, muted, accent]) expect(contrast(text, paper)).toBeGreaterThan(4.5)
    expect(contrast(ink, sheet)).toBeGreaterThan(4.5)
    expect(contrast(onAccent, accent)).toBeGreaterThan(4.5)
  },
)
