import type { Context } from '../context.ts'
import { evaluate } from '../deliveries/liquid.ts'
import { linksOf } from '../deliveries/outgoing-mail.ts'
import type { PersonalValues } from '../deliveries/personal-fields.ts'
import type { ReplyRow } from './queries.ts'

/**
 * An author's text with its fields filled in for whoever wrote this reply: a saved answer, or the lesson they had. A text
 * from an older version may hold what is no field any more; it comes as it is.
 */
export async function fillForReader(
  { db, config, secrets }: Pick<Context, 'db' | 'config' | 'secrets'>,
  text: string,
  row: ReplyRow,
): Promise<string> {
  const lessons = row.revision_id
    ? await db.kysely
        .selectFrom('revision_lessons')
        .select(['lesson_id', 'position'])
        .where('revision_id', '=', row.revision_id)
        .orderBy('position')
        .execute()
    : []
  const day = lessons.findIndex((lesson) => lesson.lesson_id === row.lesson_id) + 1
  const links = row.delivery_id ? linksOf(config, secrets, { id: row.delivery_id }) : undefined
  const values: PersonalValues = {
    first_name: row.first_name ?? '',
    email: row.email ?? '',
    course_title: row.course_title ?? '',
    day: day || null,
    days: lessons.length || null,
    preferences_url: links?.preferencesUrl ?? '',
    unsubscribe_url: links?.unsubscribeUrl ?? '',
  }
  try {
    return evaluate(text, values, (value) => value)
  } catch {
    return text
  }
}
