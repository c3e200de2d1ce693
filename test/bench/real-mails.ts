import { prepare } from '../../src/deliveries/fill.ts'
import { toOutgoingMail } from '../../src/deliveries/outgoing-mail.ts'
import { writeLesson } from '../../src/deliveries/write-lesson.ts'
import { newId } from '../../src/db/new-id.ts'
import { readConfig } from '../../src/config.ts'
import { openDatabase } from '../../src/db/open-database.ts'
import type { OutgoingMail } from '../../src/mail/payload.ts'
import { openSecrets } from '../../src/secrets.ts'
import { getRevision } from '../../src/sequences/queries.ts'

/** The second lesson as the first `count` readers of the database get it, each with an id of its own in its tag. */
export async function realMails(count: number): Promise<OutgoingMail[]> {
  const config = readConfig()
  const secrets = openSecrets(config.secretKeys!)
  const { kysely, close } = await openDatabase({ databaseUrl: config.databaseUrl })
  const readers = await kysely
    .selectFrom('enrollments as e')
    .innerJoin('subscribers as s', 's.id', 'e.subscriber_id')
    .innerJoin('sequences as q', 'q.id', 'e.sequence_id')
    .select([
      's.email',
      's.first_name',
      's.timezone',
      'e.enrolled_at',
      'e.next_due_at',
      'e.following_revision_id',
      'q.slug',
    ])
    .limit(count)
    .execute()
  const revision = await getRevision(kysely, readers[0]!.following_revision_id)
  await close()
  const lesson = revision.lessons[1]!
  return Promise.all(
    readers.map(async (reader) => {
      const id = newId(reader.enrolled_at)
      const { compiled, values } = await writeLesson({ config, secrets }, revision, lesson, {
        deliveryId: id,
        email: reader.email,
        firstName: reader.first_name,
        timezone: reader.timezone,
        enrolledAt: reader.enrolled_at,
        day: 2,
        of: revision.lessons.length,
        isLast: false,
        sentAt: reader.enrolled_at,
        previousId: id,
        nextDueAt: reader.next_due_at,
      })
      const row = {
        ...{
          id,
          kind: 'lesson' as const,
          place: 0,
          from_name: revision.senderName,
          to_address: reader.email,
        },
        ...{ slug: reader.slug, title: revision.title, compiled_id: compiled.id, slot_values: values },
      }
      return toOutgoingMail({ config, secrets }, row, prepare(compiled))
    }),
  )
}
