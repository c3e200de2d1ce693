/**
 * The mailbox in a process of its own, for the bench and the fault suite:
 *   tsx src/mailbox/serve.ts --port 4100 --webhook-url http://… --secret whsec_… [--rps 10] [--sink] [--journal FILE]
 * Prints one line of JSON with its address when it listens. `--rps 0` takes the limit away; `--port 0` picks one.
 */
import { parseArgs } from 'node:util'
import { serve } from '@hono/node-server'
import { openMailbox } from './mailbox.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4100' },
    'webhook-url': { type: 'string', default: '' },
    secret: { type: 'string', default: 'whsec_bGV0dGVyY291cnNlLW1haWxib3g=' },
    rps: { type: 'string', default: '10' },
    'reply-domain': { type: 'string' },
    journal: { type: 'string' },
    sink: { type: 'boolean', default: false },
  },
})

let url = ''
const mailbox = await openMailbox({
  webhookUrl: values['webhook-url'],
  webhookSecret: values.secret,
  now: () => new Date(),
  requestsPerSecond: Number(values.rps) || Number.MAX_SAFE_INTEGER,
  replyDomain: values['reply-domain'],
  journal: values.journal,
  keepBodies: !values.sink,
  allowFaults: true,
  publicUrl: () => url,
})
const server = serve(
  { fetch: mailbox.app.fetch, port: Number(values.port), hostname: '127.0.0.1' },
  (info) => {
    url = `http://127.0.0.1:${info.port}`
    console.log(JSON.stringify({ url, api: `${url}/resend` }))
  },
)

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => {
    server.close()
    void mailbox.close().then(() => process.exit(0))
  })
