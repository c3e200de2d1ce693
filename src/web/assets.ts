import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { Hono } from 'hono'
import { cssVariables } from '../../emails/components/look.ts'

const KINDS: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** /assets: the stylesheet with the palette in front, the icon, and the few scripts pages have. */
export function assets() {
  const folder = new URL('./assets/', import.meta.url)
  return new Hono().get('/:name{[a-z-]+\\.(css|js|svg)}', async (c) => {
    const name = c.req.param('name')
    const body = await readFile(new URL(name, folder), 'utf8').catch(() => undefined)
    if (body === undefined) return c.notFound()
    c.header('content-type', KINDS[extname(name)]!)
    c.header('cache-control', 'public, max-age=300')
    return c.body(name === 'site.css' ? cssVariables + body : body)
  })
}
