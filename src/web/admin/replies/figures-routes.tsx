import { Hono } from 'hono'
import type { Context } from '../../../context.ts'
import { countByPrompt } from '../../../replies/figures.ts'
import { studioPage } from '../layout/studio-page.tsx'
import type { StudioEnv } from '../studio.ts'
import { FiguresPage } from './figures-page.tsx'

/** /admin/replies/prompts: what each prompt brings. */
export function figuresRoutes({ db }: Context) {
  return new Hono<StudioEnv>().get('/replies/prompts', async (c) =>
    studioPage(
      c,
      { title: 'What each prompt brings', room: 'replies' },
      <FiguresPage figures={await countByPrompt(db.kysely)} />,
    ),
  )
}
