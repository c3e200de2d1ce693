/**
 * Resend's sending API, as cheap as it can be made: it reads the bytes, finds the `delivery` tags without parsing the
 * JSON, answers, and remembers each Idempotency-Key's answer. Real Resend is another machine; what a sink costs here is
 * taken from whoever is measured. All contestants send to the same one.
 */
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Accepted {
  requests: number
  mails: number
  distinct: number
  twice: number
  bytes: number
}

// Inside a JSON string every quote is escaped, so this cannot be part of anybody's text.
const TAG = Buffer.from('"name":"delivery","value":"')
const UUID = 36

const times = new Map<string, number>()
const answers = new Map<string, string>()
let requests = 0
let bytes = 0

const server = createServer((request, response) => {
  if (request.method === 'DELETE') {
    times.clear()
    answers.clear()
    requests = bytes = 0
    response.end()
    return
  }
  if (request.method === 'GET') {
    let mails = 0
    for (const count of times.values()) mails += count
    const twice = [...times.values()].filter((count) => count > 1).length
    response.end(JSON.stringify({ requests, mails, distinct: times.size, twice, bytes } satisfies Accepted))
    return
  }
  const chunks: Buffer[] = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', () => {
    const key = request.headers['idempotency-key'] as string | undefined
    const known = key === undefined ? undefined : answers.get(key)
    const body = known ?? accept(Buffer.concat(chunks), request.url === '/emails/batch')
    if (key !== undefined) answers.set(key, body)
    requests += 1
    response.writeHead(200, { 'content-type': 'application/json', 'ratelimit-limit': '10000' })
    response.end(body)
  })
})

function accept(body: Buffer, isBatch: boolean): string {
  bytes += body.length
  const ids = []
  for (let at = body.indexOf(TAG); at >= 0; at = body.indexOf(TAG, at + TAG.length)) {
    const delivery = body.toString('latin1', at + TAG.length, at + TAG.length + UUID)
    times.set(delivery, (times.get(delivery) ?? 0) + 1)
    ids.push({ id: randomUUID() })
  }
  return JSON.stringify(isBatch ? { data: ids, errors: [] } : ids[0])
}

server.listen(0, '127.0.0.1', () =>
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
)
