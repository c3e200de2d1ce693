import { evaluate, liquid, type PersonalField, personalFieldNames, usesLiquid } from './liquid.ts'
import { linkSlots } from './link-slots.ts'
import { normaliseValue } from './normalise-value.ts'
import { hasMarker, refuseMarkers, replaceSlots, slot } from './slot.ts'

/** Everything in a lesson that an author writes and may put fields into. */
export interface PersonalTexts {
  subject: string
  preheader: string
  markdown: string
  prompt: string | null
}

/** One reader's values. A name that is not known is '' or null, so that `default` works. */
export type PersonalValues = Record<PersonalField, string | number | null>

export interface ShapedTexts {
  /** The texts with a slot in place of every value: the same for every reader of the same shape. */
  shaped: PersonalTexts
  /** What goes into those slots for this reader. */
  slots: Record<string, string>
}

/** What one output put out: a value for a slot, and what goes before it into the shape. */
interface Output {
  before: string
  value: string
}

/**
 * Evaluates an author's Liquid for one reader. Conditions and loops are decided here, so readers may get
 * different shapes; what is put out becomes slots (p0, p1, …), so that a name is never read as Markdown, HTML or
 * Liquid and readers of one shape share one compiled mail. Equal values share a slot, and an output that is empty
 * is part of the shape. Throws on what `checkPersonalFields` would have reported.
 */
export function shapePersonalFields(sources: PersonalTexts, values: PersonalValues): ShapedTexts {
  const texts = [sources.subject, sources.preheader, sources.markdown, sources.prompt ?? '']
  for (const text of texts) refuseMarkers(text, 'The lesson')
  if (!texts.some(usesLiquid)) return { shaped: sources, slots: {} }

  const scope: Record<string, unknown> = {}
  for (const name of personalFieldNames) {
    const value = values[name]
    scope[name] = typeof value === 'string' ? normaliseValue(value) : value
  }

  const outputs: Output[] = []
  const collect = (output: string) => {
    const value = normaliseValue(output)
    return value && slot(`o${outputs.push({ before: '', value }) - 1}`)
  }
  const [subject = '', preheader = '', markdown = '', prompt = ''] = texts.map((text) =>
    evaluate(text, scope, collect),
  )
  for (const [name, place] of linkSlots(markdown)) {
    const number = Number(name.slice(1))
    const { value } = outputs[number]!
    if (place === 'start') outputs[number] = asAddress(value)
    if (place === 'inside') outputs[number] = { before: '', value: partOfAddress(value) }
  }

  const slots: Record<string, string> = {}
  const nameOf = new Map<string, string>()
  const settle = (text: string) =>
    replaceSlots(text, (output) => {
      const { before, value } = outputs[Number(output.slice(1))]!
      if (!value) return before
      const name = nameOf.get(value) ?? `p${nameOf.size}`
      nameOf.set(value, name)
      slots[name] = value
      return before + slot(name)
    })
  return {
    shaped: {
      subject: settle(subject),
      preheader: settle(preheader),
      markdown: settle(markdown),
      prompt: sources.prompt === null ? null : settle(prompt),
    },
    slots,
  }
}

/**
 * What is wrong with the fields in an author's text, as sentences for the author; empty if nothing is. Run when a
 * text is saved: what passes here does not fail when it is sent.
 */
export function checkPersonalFields(source: string): string[] {
  if (hasMarker(source)) return ['The text contains "zq0slot", a word that Lettercourse keeps for itself.']
  if (!usesLiquid(source)) return []
  try {
    const { globals } = liquid.analyzeSync(liquid.parse(source), { partials: false })
    const unknown = Object.entries(globals).filter(([name]) => !isField(name))
    if (unknown.length > 0) {
      return unknown.flatMap(([name, places]) =>
        places.map(({ location }) => `Line ${location.row}: there is no field "${name}". ${knownFields}`),
      )
    }
    return [...tryOut(source)]
  } catch (error) {
    return [sentence(error as Error)]
  }
}

const isField = (name: string) => (personalFieldNames as readonly string[]).includes(name)
const knownFields = `The fields are ${personalFieldNames.join(', ')}.`

/** Two readers who differ in everything see most branches; a field used wrongly (first_name.length) shows here. */
function tryOut(source: string): Set<string> {
  const problems = new Set<string>()
  for (const reader of [aReader, aNamelessReader]) {
    const outputs: string[] = []
    const text = evaluate(source, reader, (value) => slot(`o${outputs.push(value) - 1}`))
    for (const [name, place] of linkSlots(text)) {
      const value = outputs[Number(name.slice(1))] ?? ''
      if (place === 'tag') problems.add(fieldInTag)
      if (place === 'start' && !asAddress(value).value) problems.add(fieldAsAddress)
    }
  }
  return problems
}

const fieldInTag =
  'A field stands between < and >, where it looks like an HTML tag and is left out. Write it without them.'
const fieldAsAddress =
  'A field begins the address of a link. Only preferences_url and unsubscribe_url can; the others may follow an address.'

/** Values such as a reader has, to try a text with. */
export const aReader = {
  first_name: 'Ann',
  email: 'ann@example.org',
  course_title: 'A course',
  day: 1,
  days: 7,
  preferences_url: 'https://example.org/me',
  unsubscribe_url: 'https://example.org/me/unsubscribe',
}
const aNamelessReader = { ...aReader, first_name: '', day: 7 }

/** liquidjs says "undefined filter: shout, line:2, col:9" and, below, where in the text; authors get a sentence. */
function sentence(error: Error): string {
  const first = error.message.split('\n')[0] ?? ''
  const line = /, line:(\d+)/.exec(first)?.[1]
  const what = first
    .replace(/,? ?(file:\S+, )?line:\d+.*$/, '')
    .replace(/^undefined filter: (.*)/, 'there is no filter "$1"')
    .replace(/^tag "(.*)" not found/, 'there is no tag "$1"')
  return `${line ? `Line ${line}: ` : ''}${what}.`
}

/**
 * A value that begins an address. Its scheme goes into the shape, where the letter checks it like any other; a value
 * that leads anywhere but to http, https or mailto becomes "#", which the letter does not link to.
 */
function asAddress(value: string): Output {
  const [, scheme, rest] = /^(https?:\/\/|mailto:)(.+)$/i.exec(value) ?? []
  if (!scheme || !rest) return { before: '#', value: '' }
  return { before: scheme, value: encode(rest, /[^\x21-\x7e]|["<>\\^`{|}]/gu) }
}

/** A value inside an address. What `url_encode` has already done is left alone. */
const partOfAddress = (value: string) => encode(value, /%(?![0-9a-f]{2})|[^a-z0-9%@._~-]/giu)

const encode = (value: string, unsafe: RegExp) =>
  value.replace(unsafe, (character) => encodeURIComponent(character))
