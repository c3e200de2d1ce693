import type { Words } from '../words.ts'

export const me: Words['me'] = {}
