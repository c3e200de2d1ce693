import { Field } from '../layout/field.tsx'
import type { ReplyPageData } from './find-reply-page.ts'

interface SetApartProps {
  page: ReplyPageData
  at: string
  query: string
  tried?: { email: string; problem: string } | undefined
}

/** A message that nothing ties to a reader without doubt. A person may say whose it is; nobody becomes a reader by it. */
export function SetApart({ page: { reply }, at, query, tried }: SetApartProps) {
  const { row, content } = reply
  return (
    <div className="notice">
      <p>
        {row.email
          ? `This came from ${content?.from ?? 'another address'}, on a letter that went to ${row.email}. It is kept apart, and cannot be answered from here.`
          : 'Nobody reads a course under this address. The message is kept, and cannot be answered from here.'}
      </p>
      {!row.erased_at && (
        <form method="post" action={`${at}/reader${query}`}>
          <Field
            name="email"
            label="If you know whose it is"
            type="email"
            className="few-words"
            required
            maxLength={254}
            placeholder="Their address with us"
            hint="It becomes their reply, and an answer goes to this address, not to the one it came from."
            defaultValue={tried?.email ?? row.email ?? ''}
            problems={tried ? [tried.problem] : []}
          />
          <button type="submit" className="quiet">
            It is theirs
          </button>
        </form>
      )}
    </div>
  )
}
