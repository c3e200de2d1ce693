/** The rules of the house, as assertions: who may import whom, who reads the clock and the environment, what names may be. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const files = ['src', 'emails', 'workers'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name))),
)

interface Import {
  from: string
  to: string
  typeOnly: boolean
}
const source = (file: string) => readFileSync(join(root, file), 'utf8')
/** The code without comments, so that prose may name what code may not. */
const code = (file: string) =>
  source(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
const imports: Import[] = files.flatMap((file) =>
  [
    ...source(file).matchAll(
      /^(?:import|export)\s+(type\s)?[^'"]*?from '([^']+)'|^import '([^']+)'|import\('([^']+)'\)/gm,
    ),
  ].map((match) => ({
    from: file,
    to: match[2] ?? match[3] ?? match[4] ?? '',
    typeOnly: match[1] !== undefined,
  })),
)

/** A room is the first folder under src; `emails` and `workers` are rooms; files straight under src are named alone. */
function roomOf(path: string): string {
  const [first, second] = path.split('/')
  return first === 'src' ? (second ?? '') : (first ?? '')
}
const inside = imports
  .filter(({ to }) => to.startsWith('.'))
  .map((entry) => ({ ...entry, file: relative(root, resolve(root, dirname(entry.from), entry.to)) }))
  .map((entry) => ({ ...entry, room: roomOf(entry.from), other: roomOf(entry.file) }))
  .filter(({ room, other }) => room !== other)

const EVERY_ROOM = ['db', 'context.ts', 'start-error.ts', 'secrets.ts', 'config.ts']
/** house.md, "Who may import whom". What is not named may import nothing but what every room may. */
const MAY: Record<string, string[]> = {
  words: [],
  emails: ['words'],
  schedule: [],
  db: [],
  mail: [],
  jobs: [],
  mailbox: ['emails'],
  articles: [],
  // Whether an accent can be read is asked where a sequence comes in.
  sequences: ['articles', 'emails'],
  subscribers: [],
  deliveries: ['subscribers', 'sequences', 'mail', 'jobs', 'emails', 'schedule', 'words'],
  enrollments: ['deliveries', 'subscribers', 'sequences', 'schedule', 'emails', 'words'],
  rights: ['replies', 'deliveries', 'enrollments', 'subscribers', 'sequences', 'mail', 'emails', 'words'],
  replies: ['deliveries', 'enrollments', 'subscribers', 'mail', 'emails', 'words'],
  signups: ['enrollments', 'deliveries', 'subscribers', 'sequences', 'schedule', 'emails', 'words'],
  'mail-events': ['deliveries', 'replies', 'mail', 'jobs'],
  // The weekly mail counts what happened in every room, by its own query; what waits for an answer, replies say.
  admins: ['deliveries', 'emails', 'mail', 'replies'],
}
const ROOMS = Object.keys(MAY)
const NOT_EVERYTHING = ['words', 'emails', 'schedule', 'mailbox']

test('every room imports only the rooms it may', () => {
  const broken = inside
    .filter(({ room }) => ROOMS.includes(room))
    .filter(({ room, other }) => {
      if (MAY[room]!.includes(other)) return false
      return NOT_EVERYTHING.includes(room) || !EVERY_ROOM.includes(other)
    })
    .map(({ from, file }) => `${from} imports ${file}`)
  expect(broken).toEqual([])
})

test('db, mail and jobs never import one another', () => {
  const plumbing = ['db', 'mail', 'jobs']
  const broken = inside.filter(({ room, other }) => plumbing.includes(room) && plumbing.includes(other))
  expect(broken.map(({ from, file }) => `${from} imports ${file}`)).toEqual([])
})

test('nobody imports web, workers or the command line', () => {
  const entries = ['app.tsx', 'main.ts', 'web.ts', 'worker.ts', 'cli', 'web', 'workers']
  const broken = inside.filter(
    ({ room, other }) => ['web', 'workers', 'cli'].includes(other) && !entries.includes(room),
  )
  expect(broken.map(({ from, file }) => `${from} imports ${file}`)).toEqual([])
})

test('no two rooms import each other', () => {
  const edges = new Set(
    inside.filter(({ typeOnly }) => !typeOnly).map(({ room, other }) => `${room} > ${other}`),
  )
  const circles = [...edges].filter((edge) => edges.has(edge.split(' > ').reverse().join(' > ')))
  expect(circles).toEqual([])
})

test('a vendor has one room', () => {
  const homes: Record<string, (path: string) => boolean> = {
    resend: (path) => path.startsWith('src/mail/'),
    bullmq: (path) => path.startsWith('src/jobs/'),
    ioredis: (path) => path.startsWith('src/jobs/'),
    'react-email': (path) => path.startsWith('emails/') || path.startsWith('src/mail/'),
    '@electric-sql/pglite': (path) => path.startsWith('src/db/'),
    'better-auth': (path) => path.startsWith('src/admins/'),
    'temporal-polyfill': (path) => path === 'src/schedule/local-time.ts',
    liquidjs: (path) => path === 'src/deliveries/liquid.ts',
  }
  const broken = imports.filter(({ from, to }) => {
    const vendor = Object.keys(homes).find((name) => to === name || to.startsWith(`${name}/`))
    return vendor !== undefined && !homes[vendor]!(from)
  })
  expect(broken.map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
})

test('only config.ts reads the environment', () => {
  expect(files.filter((file) => /process\.env|import\.meta\.env/.test(code(file)))).toEqual(['src/config.ts'])
})

test('only entry points read the clock', () => {
  const entries = [
    'src/clock.ts',
    // Real time by nature: signatures' age, rate windows and download links of the stand-in, which is an entry of its own.
    'src/mailbox/mailbox.ts',
    'src/mailbox/serve.ts',
    // How long a queue's error message is kept quiet, and when a job is put off to, is the machine's time.
    'src/jobs/open-jobs.ts',
    'src/jobs/schedulers.ts',
    // A printed link has to survive "Next day", so its hour is a real one.
    'src/web/admin/accounts/link-routes.tsx',
    'src/main.ts',
  ]
  const readers = files.filter((file) => /Date\.now\b|new Date\(\)|\bDate\(\)/.test(code(file)))
  expect(readers.filter((file) => !entries.includes(file) && !file.startsWith('src/cli/'))).toEqual([])
})

test('no name hides what is inside', () => {
  const hidden = /(^|\/)(utils?|helpers?|common|services?|managers?|types|interfaces|misc)(\/|\.|$)/
  expect(files.filter((file) => hidden.test(file))).toEqual([])
  expect(
    files.map((file) => file.split('/').at(-1)!).filter((name) => !/^[a-z0-9-]+\.tsx?$/.test(name)),
  ).toEqual([])
  expect(files.filter((file) => /(^|\/)index\.tsx?$/.test(file))).toEqual(['workers/index.ts'])
})

test('most files hold one thought', () => {
  const lengths = files.map((file) => source(file).split('\n').length).sort((a, b) => a - b)
  const share = (limit: number) => lengths.filter((length) => length <= limit).length / lengths.length
  expect(share(150)).toBeGreaterThanOrEqual(0.9)
  expect(lengths.at(-1)).toBeLessThanOrEqual(320)
})
