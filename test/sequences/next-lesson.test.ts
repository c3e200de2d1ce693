import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextLesson, type Reader } from '../../src/sequences/next-lesson.ts'

const lessons = (ids: string) => [...ids].map((lessonId) => ({ lessonId }))
const set = (ids: string) => new Set(ids)

function ask(published: string, following: string, had: string, reader?: Reader) {
  const { owed, passed, ...rest } = nextLesson(lessons(published), set(following), set(had), reader)
  return { ...rest, owed: owed.map((l) => l.lessonId).join(''), passed: passed.join('') }
}

describe('a live edit', () => {
  test.each([
    ['nothing changed', 'ABCD', 'ABCD', 'AB', 'CD', ''],
    ['a new reader gets all of it', 'ABCD', 'ABCD', '', 'ABCD', ''],
    ['inserting behind sends nothing', 'AXBCD', 'ABCD', 'AB', 'CD', 'X'],
    ['inserting ahead reaches them', 'ABXCD', 'ABCD', 'AB', 'XCD', ''],
    ['inserting before everything reaches who has had nothing', 'XABCD', 'ABCD', '', 'XABCD', ''],
    ['deleting what they wait for moves them on', 'ABD', 'ABCD', 'AB', 'D', ''],
    ['deleting what they had changes nothing', 'BCD', 'ABCD', 'AB', 'CD', ''],
    ['what takes the place of a deleted lesson reaches them', 'AXCD', 'ABCD', 'AB', 'XCD', ''],
    ['also where all they had is deleted', 'XCD', 'ABCD', 'AB', 'XCD', ''],
    ['the lesson before the deleted furthest keeps the place', 'AXBD', 'ABCD', 'AC', 'BD', 'X'],
    ['moved from ahead to behind: still owed, and first', 'CABD', 'ABCD', 'AB', 'CD', ''],
    ['moved from behind to ahead: not repeated', 'BCAD', 'ABCD', 'AB', 'CD', ''],
    ['reversed: nothing repeated, nothing skipped', 'DCBA', 'ABCD', 'AB', 'DC', ''],
    ['appending reaches the unfinished', 'ABCDX', 'ABCD', 'AB', 'CDX', ''],
    ['a lesson taken out and put back behind them is as new', 'ABC', 'AC', 'AC', '', 'B'],
    ['the end', 'ABCD', 'ABCD', 'ABCD', '', ''],
    ['nothing published', '', 'ABCD', 'AB', '', ''],
  ])('%s', (_, published, following, had, owed, passed) => {
    expect(ask(published, following, had)).toMatchObject({
      owed,
      passed,
      next: owed ? { lessonId: owed[0] } : undefined,
    })
  })

  test('what was inserted behind stays behind when they follow the revision that has it', () => {
    expect(ask('AXBCD', 'AXBCD', 'ABC', { passed: set('X') })).toMatchObject({ owed: 'D', passed: 'X' })
  })

  test('… even when the lesson they stood on is deleted, then and later', () => {
    expect(ask('AXCD', 'AXBCD', 'AB', { passed: set('X') })).toMatchObject({ owed: 'CD', passed: 'X' })
    expect(ask('AYXCD', 'AXCD', 'AB', { passed: set('X') })).toMatchObject({ owed: 'CD', passed: 'YX' })
  })

  test('… until it is moved ahead of them', () => {
    expect(ask('ABCXD', 'AXBCD', 'ABC', { passed: set('X') })).toMatchObject({ owed: 'XD', passed: '' })
  })

  test('a lesson skipped just now is not the next one', () => {
    expect(ask('ABCD', 'ABCD', 'AB', { passed: set('C') })).toMatchObject({ owed: 'D', passed: 'C' })
  })

  test('appending reaches the finished only if the author says so', () => {
    expect(ask('ABX', 'AB', 'AB', { finished: true })).toMatchObject({ owed: '', passed: 'X' })
    expect(ask('ABX', 'AB', 'AB', { finished: true, reachesFinished: true })).toMatchObject({ owed: 'X' })
    expect(ask('XAB', 'AB', 'AB', { finished: true, reachesFinished: true })).toMatchObject({ owed: '' })
  })
})

test('"day 3 of 5", and the last is known to be the last', () => {
  expect(ask('ABXCD', 'ABCD', 'AB')).toMatchObject({ day: 3, of: 5, isLast: false })
  expect(ask('BD', 'ABCD', 'ABC')).toMatchObject({ day: 4, of: 4, isLast: true })
  expect(ask('BD', 'ABCD', 'ABD')).toMatchObject({ of: 3, isLast: false, next: undefined })
})

type Edit = { what: 'insert' | 'delete' | 'move' | 'append'; from: number; to: number }
const place = fc.nat({ max: 99 })
const anEdit = (...what: Edit['what'][]) =>
  fc.record({ what: fc.constantFrom(...what), from: place, to: place })
const scripts = (edit: fc.Arbitrary<Edit>, perClaim: number) =>
  fc.array(fc.array(edit, { maxLength: perClaim }), { maxLength: 12 })

let fresh = 0
function apply(order: string[], { what, from, to }: Edit): string[] {
  const edited = [...order]
  if (what === 'append') edited.push(`n${fresh++}`)
  if (what === 'insert') edited.splice(to % (edited.length + 1), 0, `n${fresh++}`)
  if (edited.length === 0) return edited
  if (what === 'delete') edited.splice(from % edited.length, 1)
  if (what === 'move') edited.splice(to % edited.length, 0, ...edited.splice(from % edited.length, 1))
  return edited
}

/** One reader, claim by claim, with what an enrollment stores between two claims. */
function follow(start: string[]) {
  const reader = { following: start, had: [] as string[], passed: new Set<string>() }
  const claim = (order: string[]) => {
    const published = order.map((lessonId) => ({ lessonId }))
    const answer = nextLesson(published, new Set(reader.following), new Set(reader.had), {
      passed: reader.passed,
    })
    expect(answer.day).toBe(reader.had.length + 1)
    expect(answer.of).toBe(reader.had.length + answer.owed.length)
    reader.following = order
    reader.passed = new Set(answer.passed)
    if (answer.next) {
      expect(reader.had, 'nobody gets a lesson twice').not.toContain(answer.next.lessonId)
      reader.had.push(answer.next.lessonId)
    }
    return answer
  }
  return { reader, claim }
}

const start = fc.integer({ min: 0, max: 7 }).map((n) => Array.from({ length: n }, (_, i) => `s${i}`))

describe('edits at random between lessons', () => {
  test('any edits: nothing twice, and all that was ever owed and stays in is had in the end', () => {
    fc.assert(
      fc.property(start, scripts(anEdit('insert', 'delete', 'move', 'append'), 4), (first, script) => {
        const { reader, claim } = follow(first)
        let order = first
        let promised = new Set(first)
        for (const edits of script) {
          for (const edit of edits) {
            order = apply(order, edit)
            promised = new Set([...promised].filter((id) => order.includes(id)))
          }
          for (const { lessonId } of claim(order).owed) promised.add(lessonId)
        }
        for (let left = order.length; left >= 0; left--) claim(order)
        for (const id of promised) expect(reader.had).toContain(id)
        expect(order.filter((id) => !reader.had.includes(id))).toEqual([...reader.passed])
      }),
      { numRuns: 600 },
    )
  })

  test('insertions and deletions: exactly what stands ahead is sent, in the order of the course', () => {
    fc.assert(
      fc.property(start, scripts(anEdit('insert', 'delete', 'append'), 1), (first, script) => {
        const { reader, claim } = follow(first)
        // The order of all lessons there ever were: a new one stands right before the one it was put before.
        const ever = [...first]
        let order = first
        let owed = first
        for (const edits of script) {
          const before = order
          for (const edit of edits) order = apply(order, edit)
          const inserted = order.find((id) => !before.includes(id))
          if (inserted) {
            const follower = order[order.indexOf(inserted) + 1]
            ever.splice(follower ? ever.indexOf(follower) : ever.length, 0, inserted)
          }
          const stands = Math.max(-1, ...reader.had.map((id) => ever.indexOf(id)))
          owed = order.filter((id) => owed.includes(id) || (id === inserted && ever.indexOf(id) > stands))
          expect(claim(order).owed.map((lesson) => lesson.lessonId)).toEqual(owed)
          owed = owed.slice(1)
        }
        const sent = reader.had.map((id) => ever.indexOf(id))
        expect(sent).toEqual([...sent].sort((a, b) => a - b))
      }),
      { numRuns: 600 },
    )
  })

  test('reordering alone: each reader gets each lesson once', () => {
    fc.assert(
      fc.property(start, scripts(anEdit('move'), 5), (first, script) => {
        const { reader, claim } = follow(first)
        let order = first
        for (const edits of script) {
          order = edits.reduce(apply, order)
          claim(order)
        }
        for (let left = order.length; left > 0; left--) claim(order)
        expect([...reader.had].sort()).toEqual([...first].sort())
      }),
      { numRuns: 500 },
    )
  })

  test('asking again without a new revision answers the same', () => {
    fc.assert(
      fc.property(start, scripts(anEdit('insert', 'delete', 'move', 'append'), 4), (first, script) => {
        const { reader, claim } = follow(first)
        let order = first
        for (const edits of script) {
          order = edits.reduce(apply, order)
          const { owed } = claim(order)
          const published = order.map((lessonId) => ({ lessonId }))
          const again = nextLesson(published, order, new Set(reader.had), { passed: reader.passed })
          expect(again.owed.map((l) => l.lessonId)).toEqual(owed.slice(1).map((l) => l.lessonId))
        }
      }),
      { numRuns: 500 },
    )
  })
})
