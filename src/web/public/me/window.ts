/**
 * So many a window for each key, in this process's memory: enough to stop somebody who types in other people's addresses by the
 * thousand. What a mailbox gets is limited in the database.
 */
export function openWindow(most: number, lengthMs: number) {
  const counts = new Map<string, { since: number; count: number }>()
  return {
    allows(key: string, now: Date): boolean {
      const at = now.getTime()
      const known = counts.get(key)
      if (!known || at - known.since >= lengthMs) {
        if (counts.size >= 10_000) counts.clear()
        counts.set(key, { since: at, count: 1 })
        return true
      }
      known.count += 1
      return known.count <= most
    },
  }
}
