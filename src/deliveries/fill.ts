import type { CompiledMail } from './compile.ts'
import { splitAtSlots } from './slot.ts'

/** One part of a mail, cut at its slots: piece, value, piece, value, …, piece. */
interface Part {
  pieces: string[]
  /** For each gap, the number of its slot in `PreparedMail.names`. */
  slots: number[]
}

/** A compiled mail cut at its slots, ready to be filled for one reader after another. */
export interface PreparedMail {
  compiled: CompiledMail
  write: (text: string) => string
  /** The slots it has, each once: what `fill` needs values for. */
  names: string[]
  subject: Part
  html: Part
  text: Part
}

/**
 * Cuts a compiled mail at its slots. Do it once a mail, not once a reader.
 * @param write how its text is written out, such as `jsonText`; what joins written pieces is the joined text, written
 */
export function prepare(compiled: CompiledMail, write = (text: string) => text): PreparedMail {
  const names: string[] = []
  const cut = (text: string): Part => {
    const split = splitAtSlots(text)
    const slots = split.names.map((name) => {
      if (!names.includes(name)) names.push(name)
      return names.indexOf(name)
    })
    return { pieces: split.pieces.map((piece) => write(piece)), slots }
  }
  return {
    compiled,
    write,
    subject: cut(compiled.subject),
    html: cut(compiled.html),
    text: cut(compiled.text),
    names,
  }
}

/**
 * The mail one reader gets. In the HTML, values are escaped exactly as React escapes them, so the result is byte
 * for byte what rendering with the value would have given; subject and text take them as they are. Values are
 * one line, trimmed and not empty (see `normaliseValue`). Values for slots that are not there are ignored;
 * a missing value throws.
 */
export function fill(
  mail: PreparedMail,
  values: Record<string, string>,
): { subject: string; html: string; text: string } {
  const plain = mail.names.map((name) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) throw new Error(`No value for the slot ${name}`)
    return value
  })
  const written = plain.map((value) => mail.write(value))
  return {
    subject: join(mail.subject, written),
    html: join(
      mail.html,
      plain.map((value) => mail.write(escapeHtml(value))),
    ),
    text: join(mail.text, written),
  }
}

// Adding strings lets V8 share the static pieces between a batch's mails until they are written out.
function join({ pieces, slots }: Part, values: string[]): string {
  let filled = pieces[0]!
  for (let i = 0; i < slots.length; i++) filled += values[slots[i]!]! + pieces[i + 1]!
  return filled
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
}

const escapeHtml = (value: string) =>
  /[&<>"']/.test(value) ? value.replace(/[&<>"']/g, (character) => entities[character]!) : value
