import { expect, test } from 'vitest'
import { readDraft } from '../../src/mailbox/draft.ts'
import { Problem } from '../../src/mailbox/problem.ts'
import { letter } from './a-mailbox.ts'

const now = new Date('2026-11-23T09:00:00Z')
const day = 24 * 60 * 60 * 1000

function problemWith(more: object): string {
  try {
    readDraft(letter(more), now)
  } catch (error) {
    if (error instanceof Problem) return `${error.statusCode} ${error.name}: ${error.message}`
    throw error
  }
  return 'none'
}

test.each([
  [{}, 'none'],
  [{ from: undefined }, '422 missing_required_field: Missing `from` field.'],
  [{ to: [] }, '422 missing_required_field: Missing `to` field.'],
  [{ subject: '' }, '422 missing_required_field: Missing `subject` field.'],
  [{ text: undefined }, '422 missing_required_field: Missing `html` or `text` field.'],
  [{ from: 'Mara' }, /^422 invalid_from_address: Invalid `from` field\. The email address needs to follow/],
  [{ to: ['ada@reader.dev', 'Ada <nobody>'] }, /^422 validation_error: Invalid `to` field\./],
  [{ to: Array(50).fill('ada@reader.dev') }, 'none'],
  [{ to: Array(51).fill('ada@reader.dev') }, /^422 .*more than 50/],
  [{ to: 'Ada <ada@Example.com>' }, /^422 validation_error: Invalid `to` field\. Please use our testing/],
  [{ cc: 'ada@test.com' }, /^422 validation_error: Invalid `cc` field/],
  [{ reply_to: 'not an address' }, /^422 validation_error: Invalid `reply_to`/],
  [{ subject: 'Hello\nBcc: x@y.dev' }, /^422 validation_error: The `\\n` is not allowed/],
  [{ headers: { 'X-A': 'a\r\nb' } }, /^422 validation_error/],
  [{ tags: [{ name: 'delivery', value: '01J-abc_9' }] }, 'none'],
  [{ tags: [{ name: 'email', value: 'a@b.dev' }] }, /^422 validation_error: Tags should only contain ASCII/],
  [{ tags: [{ name: 'x', value: 'y'.repeat(257) }] }, /^422 validation_error: Tags/],
  [{ scheduled_at: new Date(now.getTime() + 30 * day).toISOString() }, 'none'],
  [{ scheduled_at: new Date(now.getTime() + 30 * day + 1).toISOString() }, /^422 .*30 days/],
  [{ scheduled_at: 'in 31 days' }, /^422 .*30 days/],
  [{ scheduled_at: '2020-01-01T00:00:00Z' }, /^422 .*future/],
  [{ scheduled_at: 'soon' }, /^422 .*ISO 8601/],
])('%j → %s', (more, expected) => {
  expect(problemWith(more)).toMatch(expected)
})
