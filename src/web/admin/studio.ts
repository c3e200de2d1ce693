/** What every handler of the studio finds set: who is signed in, and what the status line has to say. */
import type { Context as HonoContext } from 'hono'
import type { Status } from './layout/find-status.ts'

export interface Admin {
  id: string
  name: string
  email: string
}

export type StudioEnv = { Variables: { admin: Admin; status: Status } }
export type StudioContext = HonoContext<StudioEnv>
