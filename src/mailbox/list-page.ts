import { Problem } from './problem.ts'

/** Resend's cursor lists: newest first, `after` goes to older ones, `before` to newer ones, 1-100 at a time. */
export function listPage<Item extends { id: string }>(
  items: readonly Item[],
  query: Record<string, string>,
): { items: Item[]; has_more: boolean } {
  const limit = query.limit === undefined ? 20 : Number(query.limit)
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    throw new Problem('validation_error', 'The `limit` parameter must be a number between 1 and 100.')
  if (query.after !== undefined && query.before !== undefined)
    throw new Problem('validation_error', 'The `after` and `before` parameters cannot be used together.')
  const newestFirst = items.toReversed()
  const cursor = query.after ?? query.before
  if (cursor === undefined)
    return { items: newestFirst.slice(0, limit), has_more: newestFirst.length > limit }
  const at = newestFirst.findIndex((item) => item.id === cursor)
  if (at < 0) throw new Problem('validation_error', 'The pagination cursor does not exist.')
  if (query.after !== undefined) {
    const rest = newestFirst.slice(at + 1)
    return { items: rest.slice(0, limit), has_more: rest.length > limit }
  }
  const newer = newestFirst.slice(0, at)
  return { items: newer.slice(-limit), has_more: newer.length > limit }
}
