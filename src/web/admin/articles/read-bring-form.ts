import type { Brought } from '../../../articles/bring-article.ts'
import type { SplitWish } from '../../../articles/split-article.ts'
import { isOneWish, ONE_WISH, splitWish } from '../../../articles/split-wish.ts'
import { sentence } from '../sequences/save-edit.ts'

/** The texts of the form as somebody typed them; a file cannot be put back into a form. */
export interface Typed {
  text: string
  address: string
  lessons: string
  minutes: string
}

export type BringProblems = Partial<Record<'text' | 'file' | 'address' | 'wish', string[]>>

export interface BringForm {
  typed: Typed
  /** Where what was brought stands in the form, for a problem found while reading it. */
  from: 'text' | 'file' | 'address'
  brought?: Brought
  wish: SplitWish
  problems: BringProblems
}

export const EMPTY: Typed = { text: '', address: '', lessons: '', minutes: '' }

export const MOST_BYTES = 20_000_000
/** A file and what stands around it in the form. */
export const FORM_BYTES = MOST_BYTES + 1_000_000
export const TOO_LARGE = 'That is larger than 20 MB; save only the article’s text and bring that.'

/** What a posted form brings, or what is wrong with it. */
export async function readBringForm(data: FormData): Promise<BringForm> {
  const typed = readTyped(data)
  const posted = data.get('file')
  const file = posted instanceof File && posted.name !== '' ? posted : undefined
  const given = [
    ...(typed.text.trim() ? (['text'] as const) : []),
    ...(file ? (['file'] as const) : []),
    ...(typed.address ? (['address'] as const) : []),
  ]
  const { wish, problem } = readWish(typed)
  const problems: BringProblems = problem ? { wish: [problem] } : {}
  const from = given[0] ?? 'text'
  if (given.length === 0)
    problems.text = ['There is no article yet: paste it, choose a file or give its address.']
  else if (given.length > 1)
    problems[given.at(-1)!] = ['Bring one article at a time: a text, a file or an address.']
  else if (file && file.size > MOST_BYTES) problems.file = [TOO_LARGE]
  if (Object.keys(problems).length > 0) return { typed, from, wish, problems }
  const brought: Brought =
    from === 'file'
      ? { file: { name: file!.name.slice(0, 200), bytes: new Uint8Array(await file!.arrayBuffer()) } }
      : from === 'address'
        ? { address: typed.address }
        : { text: typed.text }
  return { typed, from, brought, wish, problems }
}

/** Two numbers as typed, of which at most one is given. */
export function readWish({ lessons, minutes }: Pick<Typed, 'lessons' | 'minutes'>): {
  wish: SplitWish
  problem?: string
} {
  const number = (typed: string) => (typed ? Number(typed.replace(',', '.')) : undefined)
  const parsed = splitWish
    .refine(isOneWish, ONE_WISH)
    .safeParse({ lessons: number(lessons), minutes: number(minutes) })
  return parsed.success
    ? { wish: parsed.data }
    : { wish: {}, problem: sentence(parsed.error.issues[0]!.message) }
}

function readTyped(data: FormData): Typed {
  const line = (name: string) => String(data.get(name) ?? '').trim()
  return {
    text: String(data.get('text') ?? '').replaceAll('\r\n', '\n'),
    address: line('address'),
    lessons: line('lessons'),
    minutes: line('minutes'),
  }
}
