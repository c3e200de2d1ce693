/** Listening, and ending well: what every entry point shares. */
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { StartError } from './start-error.ts'

type Fetch = (request: Request, env: unknown) => Response | Promise<Response>

/**
 * Takes the port before anything else is touched; requests wait politely (503) until `ready` is given the app.
 * @throws StartError when the port is taken or may not be used
 */
export async function listen(
  port: number,
): Promise<{ port: number; ready(fetch: Fetch): void; close(): Promise<void> }> {
  let fetch: Fetch = () =>
    new Response('Starting, one moment', { status: 503, headers: { 'retry-after': '2' } })
  const server = serve({ port, fetch: (request, env) => fetch(request, env) }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', (error: NodeJS.ErrnoException) => reject(new StartError(sentence(error, port))))
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    ready(app) {
      fetch = app
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), 3_000).unref()
      }),
  }
}

function sentence(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is already in use, perhaps by Lettercourse itself: stop that one, or choose another with PORT=${port + 1} npm start.`
  if (error.code === 'EACCES')
    return `Port ${port} may not be used by this user: choose one above 1023, such as PORT=3000.`
  return `Port ${port} cannot be listened on: ${error.message}.`
}

/** Runs an entry point: a StartError ends it in one sentence; Ctrl-C or SIGTERM closes in order, a second one at once. */
export async function run(start: () => Promise<{ close(): Promise<void> }>): Promise<void> {
  try {
    const { close } = await start()
    let closing = false
    const end = () => {
      if (closing) process.exit(130)
      closing = true
      console.log('\nStopping …')
      close().then(
        () => process.exit(0),
        (error) => {
          console.error(error)
          process.exit(1)
        },
      )
    }
    process.on('SIGINT', end)
    process.on('SIGTERM', end)
  } catch (error) {
    if (error instanceof StartError) console.error(error.message)
    else console.error(error)
    process.exit(1)
  }
}
