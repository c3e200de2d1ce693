import { describe, expect, test } from 'vitest'
import { fill, prepare } from '../../src/deliveries/fill.ts'
import { normaliseValue } from '../../src/deliveries/normalise-value.ts'
import {
  checkPersonalFields,
  type PersonalValues,
  shapePersonalFields,
} from '../../src/deliveries/personal-fields.ts'
import { slot } from '../../src/deliveries/slot.ts'

const reader: PersonalValues = {
  first_name: 'Ann',
  email: 'ann+course@example.org',
  course_title: 'Letting go',
  day: 3,
  days: 7,
  preferences_url: 'https://course.example/me/t0k',
  unsubscribe_url: 'https://course.example/me/t0k/unsubscribe',
}
const shape = (markdown: string, values: Partial<PersonalValues> = {}) => {
  const texts = { subject: 'S', preheader: 'P', markdown, prompt: null }
  const { shaped, slots } = shapePersonalFields(texts, { ...reader, ...values })
  const filled = fill(prepare({ id: '', subject: '', html: '', text: shaped.markdown }), slots).text
  return { shape: shaped.markdown, slots, filled }
}

describe('Shaping an author’s text for a reader', () => {
  test('leaves a text without fields as it is', () => {
    const texts = { subject: 'S', preheader: 'P', markdown: 'Dear { you } 100 %', prompt: 'Why?' }
    expect(shapePersonalFields(texts, reader)).toEqual({ shaped: texts, slots: {} })
  })

  test('puts slots where values belong, so that readers of one shape share one mail', () => {
    const ann = shape('Dear {{ first_name }}, day {{ day }}')
    const bob = shape('Dear {{ first_name }}, day {{ day }}', { first_name: '*Bob*' })
    expect(ann.shape).toBe(`Dear ${slot('p0')}, day ${slot('p1')}`)
    expect(bob.shape).toBe(ann.shape)
    expect(bob.filled).toBe('Dear *Bob*, day 3')
  })

  test('takes the default for a name that is not known', () => {
    for (const first_name of ['', null, ' \n ']) {
      expect(shape('Dear {{ first_name | default: "friend" }}', { first_name }).filled).toBe('Dear friend')
    }
    expect(shape('Dear {{ first_name | default: "friend" }}').filled).toBe('Dear Ann')
  })

  test('decides conditions and loops per reader, and an empty output is part of the shape', () => {
    const source =
      '{% if day == days %}Last{% else %}Day {{ day }}{% endif %}{% for d in (1..2) %} {{ d }}{% endfor %}{{ first_name }}'
    expect(shape(source).filled).toBe('Day 3 1 2Ann')
    expect(shape(source, { day: 7, first_name: '' })).toMatchObject({
      filled: 'Last 1 2',
      slots: { p0: '1', p1: '2' },
    })
  })

  test('shares a slot between equal values, in all four texts', () => {
    const { shaped, slots } = shapePersonalFields(
      {
        subject: '{{ first_name }}',
        preheader: '{{ first_name }}!',
        markdown: '{{ email }}',
        prompt: '{{ first_name }}?',
      },
      reader,
    )
    expect(shaped).toEqual({
      subject: slot('p0'),
      preheader: `${slot('p0')}!`,
      markdown: slot('p1'),
      prompt: `${slot('p0')}?`,
    })
    expect(slots).toEqual({ p0: 'Ann', p1: reader.email })
  })

  test('encodes a value inside the address of a link, once', () => {
    const first_name = 'A&b=(c) é/"'
    const encoded = 'A%26b%3D(c)%20%C3%A9%2F%22'
    for (const field of ['{{ first_name }}', '{{ first_name | url_encode }}']) {
      expect(decodeURIComponent(shape(`[x](https://a.example/?n=${field})`, { first_name }).slots.p0!)).toBe(
        first_name,
      )
    }
    expect(shape('[x](https://a.example/?n={{ first_name }})', { first_name }).slots.p0).toBe(encoded)
    expect(shape('[w](mailto:{{ email }})').filled).toBe('[w](mailto:ann%2Bcourse@example.org)')
    expect(shape('![a](https://a.example/{{ day }}.png)').filled).toBe('![a](https://a.example/3.png)')
  })

  test('lets a link lead where a field says only if that is http, https or mailto', () => {
    expect(shape('[x]({{ preferences_url }})').filled).toBe('[x](https://course.example/me/t0k)')
    for (const first_name of ['javascript:alert(1)', 'JavaScript:x', 'data:text/html,x', '//evil', 'x']) {
      expect(shape('[x]({{ first_name }})', { first_name }).filled).toBe('[x](#)')
      expect(shape('[x][r]\n\n[r]: {{ first_name }}', { first_name }).filled).toBe('[x][r]\n\n[r]: #')
    }
  })

  test('refuses a text with a marker in it, and never reads a value as Liquid', () => {
    expect(() => shape(`Dear ${slot('unsubscribeUrl')}`)).toThrow('keeps for itself')
    expect(shape('{{ first_name }}', { first_name: '{{ email }}' }).filled).toBe('{{ email }}')
  })

  test('cuts a name without breaking a character', () => {
    const { slots } = shape('{{ first_name | slice: 0 }} {{ first_name | slice: 0 | url_encode }}.', {
      first_name: '😀x',
    })
    for (const value of Object.values(slots)) expect(value).not.toMatch(/\p{Surrogate}/u)
  })

  test('bounds the work a text can ask for', () => {
    expect(() => shape('{% for a in (1..99999999) %}x{% endfor %}')).toThrow(/limit/)
    const nested =
      '{% for a in (1..900) %}{% for b in (1..900) %}{% for c in (1..900) %}x{% endfor %}{% endfor %}{% endfor %}'
    const start = performance.now()
    expect(() => shape(nested)).toThrow(/limit/)
    expect(performance.now() - start).toBeLessThan(5_000)
    expect(() => shape(`{{ day }}${'x'.repeat(300_000)}`)).toThrow(/limit/)
  })
})

describe('Checking an author’s text when it is saved', () => {
  test('finds nothing wrong with what is right', () => {
    for (const text of [
      'No fields at all, 100 %',
      'Dear {{ first_name | default: "friend" }}, day {{ day }} of {{ days }} of {{ course_title }}',
      '{% if first_name %}{{ first_name | capitalize }}{% elsif day > 2 %}you{% else %}friend{% endif %}',
      '{% assign left = days | minus: day %}{{ left }} to go {% for i in (1..left) %}{{ forloop.index }}{% endfor %}',
      '{% unless day == 1 %}[pause]({{ preferences_url }}){% endunless %} {% raw %}{{ not_a_field }}{% endraw %}',
    ]) {
      expect(checkPersonalFields(text)).toEqual([])
    }
  })

  test.each([
    ['One\n{{ firstname }}', /^Line 2: there is no field "firstname"\. The fields are first_name, /],
    ['{% if subscriber.name %}x{% endif %}', /^Line 1: there is no field "subscriber"/],
    ['{{ first_name.last }}', /^Line 1: undefined variable: first_name\.last\.$/],
    ['a\n\n{{ first_name | shout }}', /^Line 3: there is no filter "shout"\.$/],
    ['{{ first_name | raw }}', /no filter "raw"/],
    ['{{ "now" | date: "%Y" }}', /no filter "date"/],
    ['{% include "secrets" %}', /no tag "include"/],
    ['{% render "secrets" %}', /no tag "render"/],
    ['{% layout "x" %}', /no tag "layout"/],
    ['{% cycle first_name, email %}', /no tag "cycle"/],
    ['{% if first_name %}x', /^Line 1: tag .* not closed\.$/],
    ['Dear {{ first_name', /not closed/],
    ['[me]({{ first_name }})', /begins the address of a link/],
    ['<{{ email }}>', /between < and >/],
    ['zq0slotp00qz', /keeps for itself/],
  ])('says what is wrong with %j', (text, problem) => {
    const problems = checkPersonalFields(text)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(problem)
  })

  test('names every unknown field', () => {
    expect(checkPersonalFields('{{ a }}\n{{ b }}\n{{ a }}')).toHaveLength(3)
  })
})

test('A value is one line without control characters, overrides or halves of characters', () => {
  expect(normaliseValue('  A\r\nnn\t\u200b B \u0000\u202e\ud800 ')).toBe('A nn B')
  expect(normaliseValue('👩‍👧 é')).toBe('👩‍👧 é')
  expect(normaliseValue('a \u0007 b')).toBe('a b')
})
