/** One colour a course: what the accent may be, and what becomes of it on dark paper. WCAG 2.2, 1.4.3. */
import { dark, light } from './look.ts'

/** Text smaller than 24 px has to stand out from its paper by this much. */
export const LEAST_CONTRAST = 4.5

/** On dark paper a little more, so that dark words on a button of this colour can be read as well. */
const CONTRAST_IN_THE_DARK = 6

type Rgb = [red: number, green: number, blue: number]

/** The contrast ratio of two colours such as "#a2432a": 1 is none, 21 is black on white. */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(rgbOf(one)), luminance(rgbOf(other))].sort((a, b) => a - b) as [
    number,
    number,
  ]
  return (high + 0.05) / (low + 0.05)
}

/** Why this accent cannot be read on the light paper, as a sentence; undefined when it can. */
export function accentProblem(accent: string): string | undefined {
  const ratio = contrast(accent, light.paper)
  if (ratio >= LEAST_CONTRAST) return undefined
  // Rounded down, or 4.49 would read as enough.
  const seen = Math.floor(ratio * 10) / 10
  return `the accent ${accent} is too pale: its contrast on the paper is ${seen} to 1, and words need 4.5 to 1; choose a darker colour`
}

/** The accent on dark paper: the same colour, with as much white in it as it takes to be read. */
export function accentInTheDark(accent: string): string {
  const colour = rgbOf(accent)
  for (let white = 0; white <= 1; white += 0.02) {
    const mixed = hexOf(colour.map((part) => part + (255 - part) * white) as Rgb)
    if (contrast(mixed, dark.paper) >= CONTRAST_IN_THE_DARK) return mixed
  }
  return dark.ink
}

/** Both palettes of a course. */
export function palettesOf(accent: string): { light: Palette; dark: Palette } {
  return { light: { ...light, accent }, dark: { ...dark, accent: accentInTheDark(accent) } }
}

export type Palette = Record<keyof typeof light, string>

const rgbOf = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb

const hexOf = (colour: Rgb) =>
  `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

/** WCAG's relative luminance: 0 is black, 1 is white. */
function luminance(colour: Rgb): number {
  const [red, green, blue] = colour
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
