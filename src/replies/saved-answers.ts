/**
 * Answers that are written more than once, kept by name for everybody who answers. They have the fields that lessons have,
 * and are filled in (`fill-for-reader`) before somebody sends them, so that whoever sends one has read it.
 */
import type { Kysely } from 'kysely'
import { newId } from '../db/new-id.ts'
import type { Schema } from '../db/schema.ts'
import { checkPersonalFields } from '../deliveries/personal-fields.ts'

type Db = Kysely<Schema>

export const LONGEST_NAME = 80
export const LONGEST_SAVED = 10_000

export interface SavedAnswer {
  id: string
  name: string
  body: string
}

export type Problems = Partial<Record<'name' | 'body', string[]>>

export const listSavedAnswers = (db: Db) =>
  db.selectFrom('saved_answers').selectAll().orderBy('name').execute()

export const findSavedAnswer = (db: Db, id: string) =>
  db.selectFrom('saved_answers').selectAll().where('id', '=', id).executeTakeFirst()

export async function deleteSavedAnswer(db: Db, id: string): Promise<void> {
  await db.deleteFrom('saved_answers').where('id', '=', id).execute()
}

/**
 * Saves a new one, or the one with `id`. What passes here can be filled in for any reader; what does not is told beside
 * its field, and nothing is saved.
 */
export async function saveAnswer(
  db: Db,
  answer: { id?: string | undefined; name: string; body: string; by: string },
  now: Date,
): Promise<{ saved: true } | { saved: false; problems: Problems }> {
  const name = answer.name.replace(/\s+/g, ' ').trim()
  const body = answer.body.replaceAll('\r\n', '\n').trim()
  const problems: Problems = {}
  if (!name) problems.name = ['Please give it a name to find it by.']
  else if (name.length > LONGEST_NAME) problems.name = [`A name has at most ${LONGEST_NAME} characters.`]
  const wrong = !body
    ? ['Please write the answer.']
    : body.length > LONGEST_SAVED
      ? [`A saved answer has at most ${LONGEST_SAVED} characters.`]
      : checkPersonalFields(body)
  if (wrong.length > 0) problems.body = wrong
  if (problems.name || problems.body) return { saved: false, problems }

  const values = { name, body, updated_by: answer.by, updated_at: now }
  const id = answer.id ?? newId(now)
  const row = await db
    .insertInto('saved_answers')
    .values({ id, ...values })
    // The name is unique; the id is what tells an edit from a new one.
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .returning('id')
    .executeTakeFirst()
    .catch((error: { code?: string }) => {
      if (error.code === '23505') return undefined
      throw error
    })
  if (row) return { saved: true }
  return { saved: false, problems: { name: ['Another saved answer has this name already.'] } }
}
