import { createHash } from 'node:crypto'
import type { ReactElement } from 'react'
import { renderMail } from '../mail/render.ts'
import { hasMarker, replaceSlots, slot } from './slot.ts'

export { slot }

/** A mail rendered once for many readers: its slots still stand as markers in all three parts. */
export interface CompiledMail {
  /** SHA-256 (hex) of the three parts: the same id means the same bytes for the same reader. */
  id: string
  subject: string
  html: string
  text: string
}

/**
 * Renders a mail whose props hold `slot(name)` wherever a reader's value belongs. `subject` is one line.
 * `element` is the template itself: a prop is either exactly a slot, or text that people wrote, and such text
 * is refused (this throws) if it contains anything like a marker. `shaped` names the props that
 * `shapePersonalFields` made, which are people's text with slots in it and were checked there.
 */
export async function compileMail(mail: {
  subject: string
  element: ReactElement
  shaped?: readonly string[]
}): Promise<CompiledMail> {
  const { shaped = [] } = mail
  for (const [name, value] of Object.entries(mail.element.props as Record<string, unknown>)) {
    if (typeof value !== 'string' || shaped.includes(name)) continue
    if (hasMarker(replaceSlots(value, () => '')) || (hasMarker(value) && !isSlot(value))) {
      throw new Error(`The ${name} of this mail contains a word that Lettercourse keeps for itself: ${value}`)
    }
  }
  const { html, text } = await renderMail(mail.element)
  const subject = mail.subject.replace(/\s+/g, ' ').trim()
  for (const part of [subject, html, text]) {
    if (hasMarker(replaceSlots(part, () => '')))
      throw new Error('A slot of this mail was damaged in rendering')
  }
  const id = createHash('sha256')
    .update(JSON.stringify([subject, html, text]))
    .digest('hex')
  return { id, subject, html, text }
}

const isSlot = (value: string) => replaceSlots(value, () => '') === ''
