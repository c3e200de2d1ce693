import { wordsOf } from './words.ts'

/** Do two questions or phrases share nearly all of their words? */
export function isAlike(a: string, b: string): boolean {
  const one = new Set(wordsOf(a.toLowerCase()))
  const other = new Set(wordsOf(b.toLowerCase()))
  const shared = [...one].filter((word) => other.has(word)).length
  return shared / (one.size + other.size - shared) > 0.7
}
