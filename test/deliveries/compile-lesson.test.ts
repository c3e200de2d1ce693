import fc from 'fast-check'
import { createElement } from 'react'
import { expect, test } from 'vitest'
import Lesson from '../../emails/lesson.tsx'
import {
  compileLesson,
  type LessonContent,
  type LessonValues,
  lessonSlots,
} from '../../src/deliveries/compile-lesson.tsx'
import { fill } from '../../src/deliveries/fill.ts'
import { shapePersonalFields } from '../../src/deliveries/personal-fields.ts'
import { replaceSlots, slot } from '../../src/deliveries/slot.ts'
import { renderMail } from '../../src/mail/render.ts'
import { names } from '../emails/names.ts'
import { unwrapped } from '../emails/unwrapped.ts'
import { withValues } from '../emails/with-values.ts'

const { courseTitle, senderName, postalAddress, language, accent } = Lesson.PreviewProps
const content: LessonContent = {
  ...{ courseTitle, senderName, postalAddress, language, accent },
  threading: 'separate',
  repliesReadBy: 'Laurie and Ana',
  repliesKeptDays: 90,
  subject: '{% if first_name %}{{ first_name }}, this{% else %}This{% endif %} is day {{ day }}',
  preheader: 'For {{ first_name | default: "you" | upcase }}',
  markdown: `Dear {{ first_name | default: "friend" }},

{% if day > 3 %}## {{ first_name | default: "You" }} are *past* the middle{% else %}You *begin*.{% endif %}

- **{{ first_name | default: "x" }}** wrote \`{{ email }}\` {{ email }}
- [keep {{ first_name }}](https://a.example/?n={{ first_name }}&e={{ email }} "for {{ first_name }}")
- [pause]({{ preferences_url }}) or [write](mailto:{{ email }}) https://a.example/{{ email }}

| who | day |
|-----|----:|
| {{ first_name | default: "friend" }} | {{ day }} of {{ days }} |

> {{ first_name | default: "Somebody" }}

![A boat for {{ first_name }}](https://a.example/{{ day }}.png)

\`\`\`
{{ first_name | default: "code" }}
\`\`\`

{% for d in (1..day) %}{{ d }} {% endfor %}`,
  prompt: 'What would {{ first_name | default: "you" }} say?\n\nAnd why?',
}

test('A lesson compiled once and filled equals rendering it for the reader, whatever their name', async () => {
  const shapes = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      fc.oneof({ weight: 8, arbitrary: names }, { weight: 1, arbitrary: fc.constant('') }),
      fc.integer({ min: 1, max: 7 }),
      fc.boolean(),
      async (first_name, day, hasNext) => {
        const values: LessonValues = {
          dayLabel: `Day ${day} of 7`,
          done: `${day}%`,
          ahead: `${100 - day}%`,
          previousUrl: day > 1 ? `https://course.example/view/${day}?a=1&b=2` : null,
          answerUrl: `https://course.example/answer/${day}`,
          viewUrl: `https://course.example/view/${day}`,
          next: hasNext ? `The next one comes on day ${day + 1}.` : null,
          reason: `You asked for it as ${first_name || 'nobody'}.`,
          unsubscribeUrl: `https://course.example/u/${day}?a=1&b=2`,
          preferencesUrl: `https://course.example/me/${day}`,
        }
        const { shaped, slots } = shapePersonalFields(content, {
          first_name,
          email: 'ann+"o\'neill"@example.org',
          course_title: courseTitle,
          day,
          days: 7,
          preferences_url: values.preferencesUrl,
          unsubscribe_url: values.unsubscribeUrl,
        })
        const shape = { isFirst: day === 1, isLast: false, hasNext, hasPrevious: day > 1 }
        const mail = await compileLesson(content, shaped, shape)
        shapes.add(mail.compiled.id)

        const put = (text: string) => replaceSlots(text, (name) => slots[name] ?? slot(name))
        const { repliesReadBy, repliesKeptDays } = content
        const first = day === 1 ? { repliesReadBy, repliesKeptDays } : null
        const props = { ...content, ...values, ...shaped, first, isLast: false }
        const element = withValues(createElement(Lesson, props), put)
        const filled = fill(mail, { ...lessonSlots(values), ...slots })
        const rendered = await renderMail(element as ReturnType<typeof createElement>)
        expect(filled.subject).toBe(put(shaped.subject))
        expect(filled.html).toBe(rendered.html)
        expect(unwrapped(filled.text)).toBe(unwrapped(rendered.text))
      },
    ),
    { numRuns: 80 },
  )
  expect(shapes.size).toBeLessThan(60)
})

const middle = { isFirst: false, isLast: false, hasNext: true, hasPrevious: true }

test('Readers of one shape get one compiled mail, and another text is another mail', async () => {
  const plain = { ...content, subject: 'S', preheader: 'P', markdown: 'M', prompt: null }
  const one = compileLesson(plain, plain, middle)
  expect(compileLesson({ ...plain }, { ...plain }, middle)).toBe(one)
  expect(compileLesson(plain, plain, { ...middle, hasNext: false })).not.toBe(one)
  expect((await one).names.toSorted()).toEqual([
    'ahead',
    'dayLabel',
    'done',
    'next',
    'preferencesUrl',
    'previousUrl',
    'reason',
    'unsubscribeUrl',
    'viewUrl',
  ])
})

test('A lesson with a marker in it is refused, and refused again', async () => {
  const bad = { ...content, markdown: `Here: ${slot('unsubscribeUrl')}` }
  for (const _ of [1, 2]) await expect(compileLesson(bad, bad, middle)).rejects.toThrow('keeps for itself')
})
