import fc from 'fast-check'
import { createElement, type FunctionComponent, type ReactElement } from 'react'
import { describe, expect, test } from 'vitest'
import Answer, * as answer from '../../emails/answer.tsx'
import CareNotice, * as careNotice from '../../emails/care-notice.tsx'
import Confirmation, * as confirmation from '../../emails/confirmation.tsx'
import Finished, * as finished from '../../emails/finished.tsx'
import Left, * as left from '../../emails/left.tsx'
import Lesson, * as lesson from '../../emails/lesson.tsx'
import PauseOffer, * as pauseOffer from '../../emails/pause-offer.tsx'
import Proof, * as proof from '../../emails/proof.tsx'
import Receipt, * as receipt from '../../emails/receipt.tsx'
import SignIn, * as signIn from '../../emails/sign-in.tsx'
import WelcomeBack, * as welcomeBack from '../../emails/welcome-back.tsx'
import { compileMail, slot } from '../../src/deliveries/compile.ts'
import { fill, prepare } from '../../src/deliveries/fill.ts'
import { renderMail } from '../../src/mail/render.ts'
import { names } from '../emails/names.ts'
import { unwrapped } from '../emails/unwrapped.ts'

// biome-ignore lint/suspicious/noExplicitAny: one table for templates of different props
type Any = any
const templates: [string, FunctionComponent<Any>, (props: Any) => string, Any, string[]][] = [
  [
    'lesson',
    Lesson,
    lesson.subject,
    Lesson.PreviewProps,
    'courseTitle subject preheader prompt dayLabel done ahead next senderName postalAddress reason'.split(
      ' ',
    ),
  ],
  [
    'confirmation',
    Confirmation,
    confirmation.subject,
    Confirmation.PreviewProps,
    'courseTitle firstName senderName postalAddress sendTime timezone'.split(' '),
  ],
  [
    'answer',
    Answer,
    answer.subject,
    Answer.PreviewProps,
    'courseTitle lessonSubject quoted authorName postalAddress'.split(' '),
  ],
  ['sign-in', SignIn, signIn.subject, SignIn.PreviewProps, ['minutes']],
  [
    'welcome-back',
    WelcomeBack,
    welcomeBack.subject,
    WelcomeBack.PreviewProps,
    'courseTitle firstName had of next senderName postalAddress reason'.split(' '),
  ],
  [
    'finished',
    Finished,
    finished.subject,
    Finished.PreviewProps,
    'courseTitle firstName senderName postalAddress reason'.split(' '),
  ],
  [
    'receipt',
    Receipt,
    receipt.subject,
    Receipt.PreviewProps,
    'courseTitle told senderName postalAddress reason'.split(' '),
  ],
  ['proof', Proof, proof.subject, Proof.PreviewProps, ['senderName', 'postalAddress']],
  ['left', Left, left.subject, Left.PreviewProps, ['courseTitle', 'senderName', 'postalAddress']],
  [
    'pause-offer',
    PauseOffer,
    pauseOffer.subject,
    PauseOffer.PreviewProps,
    ['courseTitle', 'senderName', 'postalAddress'],
  ],
  ['care-notice', CareNotice, careNotice.subject, CareNotice.PreviewProps, ['courseTitle']],
]

describe.each(templates)('The %s mail, compiled once and filled', (_, Mail, subject, fixed, slots) => {
  const urls = Object.keys(fixed).filter((name) => /url$/i.test(name))
  const all = [...slots, ...urls]
  const withSlots = { ...fixed, ...Object.fromEntries(all.map((name) => [name, slot(name)])) }

  test('is byte for byte what rendering it with the reader’s own values gives, but for where lines of the text break', async () => {
    const mail = prepare(
      await compileMail({ subject: subject(withSlots), element: createElement(Mail, withSlots) }),
    )
    expect(new Set(mail.names)).toEqual(new Set(all))
    await fc.assert(
      fc.asyncProperty(
        fc.array(names, { minLength: slots.length, maxLength: slots.length }),
        fc.webUrl({ withQueryParameters: true }),
        async (values, url) => {
          const own = Object.fromEntries([
            ...slots.map((name, i) => [name, values[i]!]),
            ...urls.map((name) => [name, `${url}${name}`]),
          ])
          const props = { ...fixed, ...own }
          const filled = fill(mail, own)
          const rendered = await renderMail(createElement(Mail, props))
          expect(filled.subject).toBe(subject(props))
          expect(filled.html).toBe(rendered.html)
          expect(unwrapped(filled.text)).toBe(unwrapped(rendered.text))
        },
      ),
      { numRuns: 60 },
    )
  })
})

const element = (props: Partial<typeof Confirmation.PreviewProps>): ReactElement =>
  createElement(Confirmation, { ...Confirmation.PreviewProps, ...props })

test('The id is the same for the same content and another for any other', async () => {
  const compile = (props: object) => compileMail({ subject: 'Hello', element: element(props) })
  const [one, same, other] = await Promise.all([compile({}), compile({}), compile({ sendTime: '09:00' })])
  expect(one.id).toMatch(/^[0-9a-f]{64}$/)
  expect(same.id).toBe(one.id)
  expect(other.id).not.toBe(one.id)
  expect((await compileMail({ subject: 'Hi', element: element({}) })).id).not.toBe(one.id)
})

test('Content that contains a word like a slot’s marker is refused', async () => {
  for (const courseTitle of [
    `A course on ${slot('confirmUrl')}`,
    'zq0slot',
    'ZQ0SLOTconfirmUrl0QZ and more',
    'zq0slotnever closed',
  ]) {
    await expect(compileMail({ subject: 'Hello', element: element({ courseTitle }) })).rejects.toThrow(
      'keeps for itself',
    )
  }
})

test('A slot has a name of letters and digits, and nothing else', () => {
  for (const name of ['', '1a', 'a b', 'a_b', 'é', 'x0qzy']) expect(() => slot(name)).toThrow(/slot name/)
  expect(slot('p10')).toMatch(/^[a-z0-9]+$/)
})

test('A subject is one line', async () => {
  const { subject } = await compileMail({ subject: ' Hello\r\nBcc: everyone ', element: element({}) })
  expect(subject).toBe('Hello Bcc: everyone')
})
