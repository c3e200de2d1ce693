import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { fetchPage } from '../../src/articles/fetch-page.ts'
import { isPublicAddress } from '../../src/articles/public-address.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

async function aSite(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
const here = { isAllowed: (address: string) => address === '127.0.0.1' }

describe('fetchPage', () => {
  it('follows redirects and tells where it ended', async () => {
    const site = await aSite((request, response) => {
      if (request.url === '/old') response.writeHead(302, { location: '/new' }).end()
      else response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hi</p>')
    })
    const page = await fetchPage(`${site}/old`, here)
    expect(page).toMatchObject({ url: `${site}/new`, contentType: 'text/html' })
    expect(page.bytes.toString()).toBe('<p>Hi</p>')
  })

  it('refuses a redirect to an address that is not public, by number and by name', async () => {
    let target = ''
    const site = await aSite((_, response) => response.writeHead(302, { location: target }).end())
    for (target of [
      'http://127.0.0.2/',
      'http://169.254.169.254/latest',
      'http://localhost/',
      'file:///etc/passwd',
    ]) {
      await expect(fetchPage(site, onlyTheFirst())).rejects.toThrow(/not on the public|Only http/)
    }
  })

  it('gives up on endless redirects, large pages, slow ones and errors, each in one sentence', async () => {
    const loop = await aSite((_, response) => response.writeHead(302, { location: '/' }).end())
    await expect(fetchPage(loop, here)).rejects.toThrow('more than 5 times')
    const large = await aSite((_, response) => response.end('x'.repeat(2000)))
    await expect(fetchPage(large, { ...here, bytes: 1000 })).rejects.toThrow('larger than')
    const slow = await aSite(() => {})
    await expect(fetchPage(slow, { ...here, milliseconds: 100 })).rejects.toThrow('took too long')
    const trickle = await aSite((_, response) => void response.write('x'))
    await expect(fetchPage(trickle, { ...here, milliseconds: 100 })).rejects.toThrow('took too long')
    const gone = await aSite((_, response) => response.writeHead(404).end())
    await expect(fetchPage(gone, here)).rejects.toThrow('answered 404')
  })
})

/** Lets the test's own site through, and whatever comes after it only if it is public. */
function onlyTheFirst() {
  let asked = 0
  return { isAllowed: (address: string) => asked++ === 0 || isPublicAddress(address) }
}

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '93.184.216.34', '2606:4700::1111'])('allows %s', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.31.0.1',
    '192.168.1.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    'fc00::1',
    'fe80::1',
    'ff02::1',
    '2002:7f00:1::',
    '2001:db8::1',
    'localhost',
    '',
  ])('refuses %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})
