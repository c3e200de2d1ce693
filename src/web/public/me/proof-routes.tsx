import { type Context as HonoContext, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { parseAccept } from 'hono/utils/accept'
import { z } from 'zod'
import { light } from '../../../../emails/components/look.ts'
import type { Context } from '../../../context.ts'
import { askForProof } from '../../../rights/ask-for-proof.ts'
import { changeAddress } from '../../../rights/change-address.ts'
import { courseThatSpeaks } from '../../../rights/course-that-speaks.ts'
import { erase } from '../../../rights/erase.ts'
import { findProof, type Proof, takeProof } from '../../../rights/proof.ts'
import { findSubscriberByEmail } from '../../../subscribers/queries.ts'
import { hasWords } from '../../../words/words.ts'
import { clientOf } from '../../client-of.ts'
import { Notice, renderPage } from '../../page.tsx'
import { AskForLink } from './ask-for-link.tsx'
import { type Speech, speechOf } from './speech.ts'
import { openWindow } from './window.ts'

const ASKED_AN_HOUR_FROM_ONE_IP = 30

/** GET|POST /me: the link to their page, mailed. GET|POST /me/proof/:token: what only the mailbox itself may do. */
export function proofRoutes(context: Context) {
  const { clock, config, secrets, log } = context
  const db = context.db.kysely
  const routes = new Hono()
  const asked = openWindow(ASKED_AN_HOUR_FROM_ONE_IP, 3_600_000)
  // Who it is is not known yet, so the page speaks what the browser asks for.
  const nobody = (c: HonoContext, now: Date) => {
    const language = parseAccept(c.req.header('accept-language') ?? '').find(({ type }) => hasWords(type))
    return speechOf({ language: language?.type ?? 'en', accent: light.accent }, 'UTC', now)
  }

  routes.get('/', (c) => renderPage(c, <AskForLink speech={nobody(c, clock.now())} />))

  routes.post('/', bodyLimit({ maxSize: 8 * 1024 }), async (c) => {
    const now = clock.now()
    const speech = nobody(c, now)
    const { me } = speech
    const email = z.email().safeParse(String((await c.req.parseBody()).email ?? '').trim())
    if (!email.success) return renderPage(c, <AskForLink speech={speech} problem={me.wrong.address} />, 422)
    if (!asked.allows(clientOf(c, config).ip ?? '', now))
      return renderPage(c, said(speech, me.ask.title, me.ask.again), 429)
    // Not waited for, so that an address nobody knows takes as long to answer as one we know.
    void mailLink(email.data, now).catch((error) => log.error({ err: error }, 'a link could not be mailed'))
    return renderPage(c, said(speech, me.ask.doneTitle, me.ask.done))
  })

  async function mailLink(email: string, now: Date): Promise<void> {
    const person = await findSubscriberByEmail(db, email)
    if (person) await askForProof(context, { subscriberId: person.id, purpose: 'open_page' }, now)
  }

  async function opened(c: HonoContext) {
    const now = clock.now()
    c.header('cache-control', 'no-store')
    const proof = await findProof(db, secrets, c.req.param('token') ?? '', now)
    const course = proof && (await courseThatSpeaks(db, proof.subscriber_id))
    return { now, proof, speech: speechOf(course, 'UTC', now) }
  }

  routes.get('/proof/:token', async (c) => {
    const { proof, speech } = await opened(c)
    return proof ? renderPage(c, <Ask proof={proof} speech={speech} />) : renderPage(c, dead(speech), 410)
  })

  routes.post('/proof/:token', bodyLimit({ maxSize: 8 * 1024 }), async (c) => {
    const { proof, speech, now } = await opened(c)
    const { me } = speech
    if (!proof) return renderPage(c, dead(speech), 410)
    if (proof.purpose === 'erase') {
      if (!(await erase(context, proof, now))) return renderPage(c, dead(speech), 410)
      return renderPage(c, said(speech, me.erase.doneTitle, me.erase.done))
    }
    if (proof.purpose === 'open_page') {
      if (!(await takeProof(db, proof.id, now))) return renderPage(c, dead(speech), 410)
      return c.redirect(`/me/${secrets.token('preferences', proof.id)}`, 303)
    }
    const address = proof.new_email ?? ''
    switch (await changeAddress(context, proof, now)) {
      case 'changed':
        return renderPage(c, said(speech, me.proof.changedTitle, me.proof.changed(address)))
      case 'new mailbox asked':
        return renderPage(c, said(speech, me.proof.askedTitle, me.proof.asked(address)))
      case 'taken':
        return renderPage(c, said(speech, me.proof.takenTitle, me.proof.taken), 409)
      case 'used up':
        return renderPage(c, dead(speech), 410)
    }
  })

  return routes
}

/** GET changes nothing: scanners follow links, so only the button does. */
function Ask({ proof, speech }: { proof: Proof; speech: Speech }) {
  const { me } = speech
  const toNew = proof.mailbox === proof.new_email
  const words = {
    erase: [me.erase.lastTitle, me.erase.goes, me.erase.lastButton],
    change_address: [
      me.proof.addressTitle,
      me.proof.addressFrom(proof.new_email ?? ''),
      toNew ? me.proof.addressNew : me.proof.addressYes,
    ],
    open_page: [me.proof.openTitle, me.intro, me.proof.open],
  }[proof.purpose] as [string, string, string]
  const [title, about, button] = words
  return (
    <Notice title={title} language={speech.language} accent={speech.accent}>
      <p>{about}</p>
      {proof.purpose === 'erase' && <p>{me.erase.stays}</p>}
      <form method="post">
        <button type="submit">{button}</button>
      </form>
      {proof.purpose !== 'open_page' && <p className="hint">{me.erase.notNow}</p>}
    </Notice>
  )
}

const said = (speech: Speech, title: string, words: string) => (
  <Notice title={title} language={speech.language} accent={speech.accent}>
    <p role="status">{words}</p>
  </Notice>
)

const dead = (speech: Speech) => (
  <Notice title={speech.me.proof.deadTitle} language={speech.language}>
    <p>{speech.me.proof.dead}</p>
    <p>
      <a href="/me">{speech.me.dead.ask}</a>
    </p>
  </Notice>
)
