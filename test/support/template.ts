import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { embeddedPool } from '../../src/db/embedded-pool.ts'
import { migrate, readMigrations } from '../../src/db/migrate.ts'
import { migrateJobs } from '../../src/jobs/migrate-jobs.ts'

async function migrateAll(pool: pg.Pool): Promise<void> {
  await migrate(pool)
  await migrateJobs(pool)
}

/** Makes a migrated database on the server that each test file copies; a copy takes some 50 ms. */
export async function makePostgresTemplate(serverUrl: string): Promise<string> {
  const name = `lettercourse_template_${process.pid}_${Date.now()}`
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  const pool = new pg.Pool({ connectionString: urlOf(serverUrl, name), max: 2 })
  try {
    await migrateAll(pool)
  } finally {
    await pool.end()
  }
  return name
}

export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  await admin.query(`drop database if exists ${name} with (force)`)
  await admin.end()
}

export function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}

/**
 * A file with a migrated embedded database. Making one takes about eight seconds, so it is kept for as long
 * as the migrations and the versions stay the same; a worker that finds another making it waits.
 */
export async function embeddedTemplate(): Promise<string> {
  const directory = path.join(tmpdir(), `lettercourse-test-${process.getuid?.() ?? 'user'}`)
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const file = path.join(directory, `${templateKey()}.tar`)
  const claim = `${file}.making`
  while (!existsSync(file)) {
    if (take(claim)) {
      await make(file).finally(() => rmSync(claim, { recursive: true, force: true }))
    } else {
      await sleep(200)
    }
  }
  return file
}

async function make(file: string): Promise<void> {
  const db = await PGlite.create()
  const pool = embeddedPool(db)
  await migrateAll(pool)
  const dump = await db.dumpDataDir('none')
  await db.close()
  writeFileSync(`${file}.${process.pid}`, Buffer.from(await dump.arrayBuffer()))
  renameSync(`${file}.${process.pid}`, file)
}

/** A claim older than a minute is of a run that was killed. */
function take(claim: string): boolean {
  try {
    mkdirSync(claim)
    return true
  } catch {
    const age = existsSync(claim) ? Date.now() - statSync(claim).mtimeMs : 0
    if (age > 60_000) rmSync(claim, { recursive: true, force: true })
    return false
  }
}

function templateKey(): string {
  const require = createRequire(import.meta.url)
  const hash = createHash('sha256')
  for (const { name, checksum } of readMigrations()) hash.update(`${name} ${checksum}\n`)
  for (const vendor of ['bullmq', '@electric-sql/pglite']) {
    const main = require.resolve(vendor)
    const root = main.slice(0, main.lastIndexOf(path.join('node_modules', ...vendor.split('/'))))
    const manifest = path.join(root, 'node_modules', ...vendor.split('/'), 'package.json')
    hash.update(`${vendor} ${JSON.parse(readFileSync(manifest, 'utf8')).version}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}
