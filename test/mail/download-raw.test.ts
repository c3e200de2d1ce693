import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { downloadRaw } from '../../src/mail/download-raw.ts'

let server: Server
let url: string
let sent = 0
function* largeBody() {
  for (sent = 0; sent < 50_000_000; sent += 100_000) yield Buffer.alloc(100_000, 'x')
}
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/gone') return void response.writeHead(403).end('This link has expired.')
    if (request.url === '/small') return void response.end('From: a\r\n\r\nb')
    response.writeHead(200, { 'content-length': 50_000_000 })
    pipeline(largeBody(), response).catch(() => undefined)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

test('A message under the cap comes whole', async () => {
  expect(await downloadRaw(`${url}/small`, 5_000)).toEqual({
    bytes: Buffer.from('From: a\r\n\r\nb'),
    tooLarge: false,
    size: 12,
  })
})

test('Of one over the cap the beginning is taken and its size told; the rest is not downloaded', async () => {
  const { bytes, tooLarge, size } = await downloadRaw(`${url}/large`, 5_000, 1_000_000)
  expect([tooLarge, size]).toEqual([true, 50_000_000])
  expect(bytes.length).toBeLessThan(2_000_000)
  await expect.poll(() => sent).toBeLessThan(50_000_000)
})

test('A link that does not open throws, so that it is tried again', async () => {
  await expect(downloadRaw(`${url}/gone`, 5_000)).rejects.toThrow('could not be downloaded (403)')
})
