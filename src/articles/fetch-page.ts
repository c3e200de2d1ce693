import { lookup as resolve } from 'node:dns'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { ArticleError } from './article.ts'
import { isPublicAddress } from './public-address.ts'

export interface Page {
  /** Where it was in the end, after redirects. */
  url: string
  contentType: string
  bytes: Buffer
}

export interface FetchLimits {
  bytes: number
  /** For the whole of it, redirects included. */
  milliseconds: number
  redirects: number
  isAllowed: (address: string) => boolean
}

const usual: FetchLimits = {
  bytes: 5_000_000,
  milliseconds: 10_000,
  redirects: 5,
  isAllowed: isPublicAddress,
}

/**
 * Gets a page for an author without letting its address reach into our own network: http(s) only, and the address
 * a name resolves to is checked in the very lookup that the connection uses, so it cannot change in between.
 */
export async function fetchPage(address: string, limits: Partial<FetchLimits> = {}): Promise<Page> {
  const rules = { ...usual, ...limits }
  const signal = AbortSignal.timeout(rules.milliseconds)
  let url = address
  for (let hop = 0; hop <= rules.redirects; hop += 1) {
    const target = check(url, rules)
    const response = await get(target, rules, signal).catch((error: Error) => {
      throw error instanceof ArticleError ? error : new ArticleError(sentence(target, error, signal))
    })
    const status = response.statusCode ?? 0
    if (status >= 300 && status < 400 && response.headers.location) {
      response.destroy()
      if (!URL.canParse(response.headers.location, target))
        throw new ArticleError(
          `${target.host} redirects to an address that is none; open the page yourself and save its text.`,
        )
      url = new URL(response.headers.location, target).href
      continue
    }
    if (status !== 200) {
      response.destroy()
      throw new ArticleError(
        `${target.host} answered ${status} instead of a page; check the address, or save the text to a file and split that.`,
      )
    }
    const bytes = await collect(response, rules, target).catch((error: Error) => {
      throw error instanceof ArticleError ? error : new ArticleError(sentence(target, error, signal))
    })
    return { url: target.href, contentType: response.headers['content-type'] ?? '', bytes }
  }
  throw new ArticleError(
    `${new URL(address).host} redirects more than ${rules.redirects} times; use the address the page has in the end.`,
  )
}

function check(address: string, rules: FetchLimits): URL {
  if (!URL.canParse(address))
    throw new ArticleError(`${address} is not a web address; it should begin with https://.`)
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new ArticleError(
      `Only http and https addresses are read, not ${url.protocol}; save the text to a file and split that.`,
    )
  }
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) && !rules.isAllowed(host)) throw refused(url.host)
  return url
}

const refused = (host: string) =>
  new ArticleError(
    `${host} is not on the public internet, so it is not fetched; save the page to a file and split that.`,
  )

function get(url: URL, rules: FetchLimits, signal: AbortSignal): Promise<IncomingMessage> {
  const lookup: LookupFunction = (host, options, callback) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0)
      const first = addresses[0]
      if (!first || !addresses.every(({ address }) => rules.isAllowed(address)))
        return callback(refused(host), '', 0)
      if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
  const headers = {
    accept: 'text/html, text/markdown, text/plain;q=0.9',
    'accept-encoding': 'identity',
    'user-agent': 'Lettercourse',
  }
  return new Promise((done, fail) => {
    const request = url.protocol === 'https:' ? requestHttps : requestHttp
    request(url, { lookup, headers, signal, agent: false }, done).on('error', fail).end()
  })
}

async function collect(response: IncomingMessage, rules: FetchLimits, url: URL): Promise<Buffer> {
  if ((response.headers['content-encoding'] ?? 'identity') !== 'identity') {
    response.destroy()
    throw new ArticleError(
      `${url.host} only sends its page compressed; save the page to a file and split that.`,
    )
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > rules.bytes) {
      response.destroy()
      throw new ArticleError(
        `The page is larger than ${rules.bytes / 1_000_000} MB; save the article's text to a file and split that.`,
      )
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function sentence(url: URL, error: Error & { code?: string }, signal: AbortSignal): string {
  const why = signal.aborted
    ? 'took too long to answer'
    : error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN'
      ? 'was not found'
      : `could not be reached (${error.code ?? error.message})`
  return `${url.host} ${why}; check the address, or save the text to a file and split that.`
}
