import { readConfig } from '../config.ts'
import { closeContext, openContext } from '../context.ts'
import { adminCreate } from './admin-create.ts'

/** `admin create EMAIL [--replies]`. While `npm start` holds the embedded database, use the link that it printed. */
export async function admin([verb, ...args]: string[]): Promise<number> {
  if (verb !== 'create') {
    console.error('Usage: lettercourse admin create EMAIL [--replies]')
    return 2
  }
  const context = await openContext(readConfig())
  try {
    return await adminCreate(args, context)
  } finally {
    await closeContext(context)
  }
}
