import { type PostOffice, quietly, recordAndTell } from './post-office.ts'

/** Lets go the scheduled mails whose time has come by the application's clock. */
export async function releaseDue(office: PostOffice): Promise<void> {
  const now = office.options.now().toISOString()
  const due = [...office.ledger.scheduled.values()].filter((email) => email.scheduled_at! <= now)
  for (const { id } of due) {
    // Taken out first: the next sweep may come before this entry is on disk.
    office.ledger.scheduled.delete(id)
    await recordAndTell(office, { kind: 'released', id, at: now, ...quietly(office) })
  }
}
