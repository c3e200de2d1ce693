import type { Words } from '../words.ts'

export const signup: Words['signup'] = {}
