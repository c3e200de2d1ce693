/**
 * The type of the letters: one style object for each kind of text, always used with the class of its colour
 * (`ink`, `muted`, `accent`), because an inline colour can only be turned for dark mode through a class.
 */
import type { CSSProperties } from 'react'
import { light, sans, serif } from './look.ts'

/** Running text: 18 px serif, which gives about 65 letters a line in a column of 600 px. */
export const body: CSSProperties = {
  margin: '0 0 20px',
  color: light.ink,
  fontFamily: serif,
  fontSize: '18px',
  lineHeight: '1.6',
}

/** The title of a letter, its one h1. */
export const title: CSSProperties = {
  margin: '0 0 28px',
  color: light.ink,
  fontFamily: serif,
  fontSize: '32px',
  fontWeight: 600,
  letterSpacing: '-0.01em',
  lineHeight: '1.2',
  textWrap: 'balance',
}

/** Headings inside the text: h2, h3 and everything below. */
export const headings: Record<2 | 3 | 4, CSSProperties> = {
  2: { ...title, margin: '36px 0 12px', fontSize: '23px', lineHeight: '1.3' },
  3: { ...title, margin: '28px 0 10px', fontSize: '19px', lineHeight: '1.4', letterSpacing: '0' },
  4: { ...title, margin: '24px 0 8px', fontSize: '18px', lineHeight: '1.4', letterSpacing: '0' },
}

/** What the machine says: where we are, what comes next, the footer. */
export const small: CSSProperties = {
  margin: '0 0 8px',
  color: light.muted,
  fontFamily: sans,
  fontSize: '14px',
  lineHeight: '1.6',
}

/** A link in running text. Underlined, because colour alone is not seen by everyone. */
export const link = (accent: string): CSSProperties => ({ color: accent, textDecoration: 'underline' })

/** A link among small print: the colour of what surrounds it. */
export const quietLink: CSSProperties = { color: light.muted, textDecoration: 'underline' }

/** A line on the side where reading starts: logical properties are not known to every mail program. */
export const atStart = (dir: 'ltr' | 'rtl', line: string, gap: string): CSSProperties =>
  dir === 'rtl' ? { borderRight: line, paddingRight: gap } : { borderLeft: line, paddingLeft: gap }
