/** The mails of a batch as they would be handed to Resend. */
import { prepare } from '../../src/deliveries/fill.ts'
import { toOutgoingMail } from '../../src/deliveries/outgoing-mail.ts'
import { deliveriesOf, findCompiled } from '../../src/deliveries/queries.ts'
import type { TestContext } from '../support/context.ts'

export async function batchToMails(context: TestContext, batchId: string) {
  const rows = await deliveriesOf(context.db.kysely, batchId)
  return Promise.all(
    rows.map(async (row) => {
      const [compiled] = row.compiled_id ? await findCompiled(context.db.kysely, [row.compiled_id]) : []
      return toOutgoingMail(context, row, compiled && prepare(compiled))
    }),
  )
}
