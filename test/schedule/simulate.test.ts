import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { simulate } from '../../src/schedule/simulate.ts'

const newYork = {
  timezone: 'America/New_York',
  sendTime: '09:00',
  everyDays: 1,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
}

describe('simulate', () => {
  test('a course over the start of DST', () => {
    const confirmedAt = new Date('2027-03-12T20:15:30Z')
    expect(
      simulate({ rule: newYork, firstLesson: 'immediately', confirmedAt, lessons: ['a', 'b', 'c'] }),
    ).toEqual([
      { lesson: 'a', local: '2027-03-12T15:15:30-05:00[America/New_York]', utc: '2027-03-12T20:15:30Z' },
      { lesson: 'b', local: '2027-03-13T09:00:00-05:00[America/New_York]', utc: '2027-03-13T14:00:00Z' },
      { lesson: 'c', local: '2027-03-14T09:00:00-04:00[America/New_York]', utc: '2027-03-14T13:00:00Z' },
    ])
  })

  test('a course that starts at a send time on working days only', () => {
    const rule = { ...newYork, weekdays: [1, 2, 3, 4, 5] }
    const confirmedAt = new Date('2027-03-12T20:15:30Z')
    const sendings = simulate({ rule, firstLesson: 'next_send_time', confirmedAt, lessons: ['a', 'b'] })
    expect(sendings.map(({ utc }) => utc)).toEqual(['2027-03-15T13:00:00Z', '2027-03-16T13:00:00Z'])
  })

  test('no lessons, no sendings', () => {
    const confirmedAt = new Date('2027-03-12T20:15:30Z')
    expect(simulate({ rule: newYork, firstLesson: 'immediately', confirmedAt, lessons: [] })).toEqual([])
  })
})

test("the server's own zone never matters", async () => {
  const run = promisify(execFile)
  const servers = ['UTC', 'America/New_York', 'Pacific/Apia']
  const answers: { server: string; digest: string }[] = []
  for (const TZ of servers) {
    const { stdout } = await run(process.execPath, ['--import', 'tsx', 'test/schedule/digest.ts'], {
      env: { ...process.env, TZ },
    })
    answers.push(JSON.parse(stdout))
  }
  expect(new Set(answers.map(({ server }) => server)).size).toBe(servers.length)
  expect(new Set(answers.map(({ digest }) => digest)).size).toBe(1)
})
