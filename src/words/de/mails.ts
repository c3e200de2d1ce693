import type { Words } from '../words.ts'

export const mails: Words['mails'] = {}
