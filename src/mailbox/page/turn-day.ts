import { setTimeout as wait } from 'node:timers/promises'
import type { AcceptedEmail } from '../email.ts'
import type { PostOffice } from '../post-office.ts'
import { releaseDue } from '../scheduled.ts'

const QUIET_MS = 500
const PATIENCE_MS = 6000
const STEP_MS = 50

/**
 * Moves the application's clock and waits until mail has stopped coming (its workers send a moment after the
 * clock moved), so that the page can show what arrived.
 */
export async function turnDay(office: PostOffice): Promise<{ moved: boolean; mails: AcceptedEmail[] }> {
  const { ledger, options, webhooks } = office
  const before = ledger.sent.length
  try {
    await options.nextDay?.()
  } catch (error) {
    console.error(error)
    return { moved: false, mails: [] }
  }
  await releaseDue(office)
  let count = ledger.sent.length
  let quiet = 0
  for (let waited = 0; waited < PATIENCE_MS && quiet < QUIET_MS; waited += STEP_MS) {
    await wait(STEP_MS)
    quiet = ledger.sent.length === count ? quiet + STEP_MS : 0
    count = ledger.sent.length
  }
  await Promise.race([webhooks.settled(), wait(1000)])
  return { moved: true, mails: ledger.sent.slice(before) }
}
