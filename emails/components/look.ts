/**
 * The look: one typographic letter, in mails, public pages, the studio and the mailbox alike.
 * Warm paper, one accent, no pure black or white (mail clients invert those badly in dark mode).
 * Contrast on paper: ink 13:1, muted 5.2:1, accent 5.9:1; dark: 13:1, 6.6:1, 6.9:1.
 */
export const light = {
  paper: '#fbf7f0',
  sheet: '#fffdf9',
  ink: '#2b2622',
  muted: '#6b6259',
  rule: '#e4dacb',
  accent: '#a2432a',
  onAccent: '#fffaf3',
} as const

export const dark: Record<keyof typeof light, string> = {
  paper: '#1b1815',
  sheet: '#232019',
  ink: '#ece5da',
  muted: '#aca194',
  rule: '#3d362e',
  accent: '#e8957a',
  onAccent: '#231510',
}

export const serif =
  "'Iowan Old Style', 'Palatino Linotype', Palatino, Charter, 'Bitstream Charter', Georgia, 'Times New Roman', serif"
export const sans = "ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif"

const variables = (palette: Record<string, string>) =>
  Object.entries(palette)
    .map(([name, value]) => `--${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}:${value}`)
    .join(';')

/** The palettes as CSS custom properties (`--paper`, `--on-accent`, …), for pages; mails inline their colours. */
export const cssVariables = `:root{color-scheme:light dark;${variables(light)};--serif:${serif};--sans:${sans}}
@media (prefers-color-scheme:dark){:root{${variables(dark)}}}`
