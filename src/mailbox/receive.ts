import { type PostOffice, quietly, recordAndTell } from './post-office.ts'
import { type Envelope, type ReceivedMail, readReceived } from './received-mail.ts'

/** Stores mail that came in, then tells the application. Resolves with its id. */
export async function receive(
  office: PostOffice,
  raw: Buffer,
  envelope: Envelope,
  writtenHere: Pick<ReceivedMail, 'answers' | 'words'> = {},
): Promise<string> {
  const mail = await readReceived(raw, envelope, office.options.now())
  await recordAndTell(office, { kind: 'received', mail: { ...mail, ...writtenHere }, ...quietly(office) })
  return mail.id
}
