import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type pg from 'pg'
import { StartError } from '../start-error.ts'
import { embeddedPool } from './embedded-pool.ts'
import { lockDirectory } from './lock-directory.ts'

interface Options {
  dataDir?: string
  loadDataDir?: Blob
  onProgress?: (line: string) => void
}

/** Postgres in this process: on disk in `<dataDir>/postgres`, or in memory without a directory. */
export async function openEmbedded(options: Options): Promise<{ pool: pg.Pool; close(): Promise<void> }> {
  if (!options.dataDir) {
    const db = await PGlite.create({ loadDataDir: options.loadDataDir })
    return { pool: embeddedPool(db), close: closing(db) }
  }
  const dataDir = path.resolve(options.dataDir)
  prepareDirectory(dataDir)
  const unlock = await lockDirectory(dataDir)
  try {
    const db = await openOnDisk(path.join(dataDir, 'postgres'), options)
    return { pool: embeddedPool(db), close: closing(db, unlock) }
  } catch (error) {
    await unlock()
    throw error
  }
}

/**
 * Does not wait for clients that were never released: PGlite rolls their transaction back by closing.
 * Whoever closes the database has already stopped what uses it.
 */
function closing(db: PGlite, unlock?: () => Promise<void>): () => Promise<void> {
  let closed: Promise<void> | undefined
  return () => {
    closed ??= db.close().finally(unlock)
    return closed
  }
}

async function openOnDisk(directory: string, { loadDataDir, onProgress }: Options): Promise<PGlite> {
  if (!existsSync(directory)) {
    onProgress?.('Preparing the embedded database (first start only, about ten seconds) …')
    // Built aside and renamed, so that a start that is killed half way leaves nothing that looks finished.
    const unfinished = `${directory}.unfinished`
    rmSync(unfinished, { recursive: true, force: true })
    const db = await PGlite.create(unfinished, { loadDataDir })
    await db.close()
    renameSync(unfinished, directory)
  }
  try {
    return await PGlite.create(directory)
  } catch (error) {
    throw new StartError(
      `The embedded database in ${directory} cannot be opened (${(error as Error).message}): restore it from a ` +
        'backup, or move the directory away to start afresh.',
    )
  }
}

function prepareDirectory(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new StartError(whyUnusable(dataDir, error as NodeJS.ErrnoException))
  }
}

function whyUnusable(dataDir: string, error: NodeJS.ErrnoException): string {
  const isFile = existsSync(dataDir) && !statSync(dataDir).isDirectory()
  if (isFile || error.code === 'ENOTDIR' || error.code === 'EEXIST') {
    return `The data directory ${dataDir} is a file or lies inside one: set DATA_DIR to a directory.`
  }
  if (error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS') {
    return `The data directory ${dataDir} cannot be read and written by this user: change its permissions, or set DATA_DIR to another directory.`
  }
  return `The data directory ${dataDir} cannot be used (${error.message}): set DATA_DIR to another directory.`
}
