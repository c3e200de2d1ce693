import { type FilterImplOptions, Liquid, type Template } from 'liquidjs'
import { Latest } from './latest.ts'
import { normaliseValue } from './normalise-value.ts'

/** The fields an author may use, with the value of each for one reader. A field without a value is ''. */
export const personalFieldNames = [
  'first_name',
  'email',
  'course_title',
  'day',
  'days',
  'preferences_url',
  'unsubscribe_url',
] as const

export type PersonalField = (typeof personalFieldNames)[number]

// What is allowed is listed, because a tag or filter that liquidjs adds tomorrow could read a file or the clock,
// or write something out that does not go through `outputEscape`, as `cycle`, `increment` and `raw` do.
const tags = new Set(
  'if elsif else unless case when for break continue assign comment raw #'.split(' ').filter(Boolean),
)
const filters = new Set(
  `default capitalize upcase downcase strip lstrip rstrip append prepend replace replace_first replace_last
   remove remove_first remove_last truncate truncatewords slice size split first last join plus minus times
   divided_by modulo round ceil floor abs at_least at_most url_encode`.split(/\s+/),
)

const limits = { parseLimit: 200_000, renderLimit: 1_000, memoryLimit: 1_000_000, templateLimit: 20_000 }

/** What a render hands its outputs to, one by one, and what stands in the text for each. */
export type Collect = (value: string) => string

// A symbol, so that no author can name it.
const collectKey = Symbol('collect')

/** Liquid for authors' text: strict, without files, clock or chance, and bounded in length, time and memory. */
function openLiquid(): Liquid {
  const liquid = new Liquid({
    ...limits,
    strictFilters: true,
    strictVariables: true,
    ownPropertyOnly: true,
    outputEscape(this: unknown, value: unknown) {
      const { context } = this as { context: { globals: Record<symbol, Collect> } }
      return context.globals[collectKey]!(outputText(value))
    },
  })
  for (const name of Object.keys(liquid.tags)) if (!tags.has(name)) delete liquid.tags[name]
  for (const name of Object.keys(liquid.filters)) if (!filters.has(name)) liquid.unregisterFilter(name)
  liquid.registerFilter('url_encode', ((value: unknown) =>
    encodeURIComponent(normaliseValue(outputText(value)))) as FilterImplOptions)
  return liquid
}

const outputText = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(outputText).join('')
    : value === null || value === undefined
      ? ''
      : String(value)

export const liquid = openLiquid()
const parsed = new Latest<Template[]>(500)

/** True if Liquid would find anything to do in `source`. */
export const usesLiquid = (source: string): boolean => source.includes('{{') || source.includes('{%')

/** Evaluates `source` for one reader, with what `collect` returns in place of each output. Throws on any problem. */
export function evaluate(source: string, values: Record<string, unknown>, collect: Collect): string {
  if (!usesLiquid(source)) return source
  const template = parsed.getOrMake(source, () => liquid.parse(source))
  return liquid.renderSync(template, values, { ...limits, globals: { [collectKey]: collect } }) as string
}
