import { Notice } from '../../page.tsx'
import type { Speech } from './speech.ts'

/** A link that opens nothing any more, and the way to one that does. */
export const DeadLink = ({ speech }: { speech: Speech }) => (
  <Notice title={speech.me.dead.title} language={speech.language}>
    <p>{speech.me.dead.about}</p>
    <p>
      <a href="/me">{speech.me.dead.ask}</a>
    </p>
  </Notice>
)
