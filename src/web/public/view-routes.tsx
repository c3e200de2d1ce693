import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { Context } from '../../context.ts'
import { viewMail } from '../../deliveries/view-mail.ts'
import { wordsFor } from '../../words/words.ts'
import { Page, renderPage } from '../page.tsx'

/** /view/:token: a letter in the browser. Nothing runs in it, nobody indexes it, and no other site learns its address. */
export function viewRoutes(context: Context) {
  const routes = new Hono()

  routes.use(
    secureHeaders({
      referrerPolicy: 'no-referrer',
      strictTransportSecurity: context.config.publicUrl.startsWith('https:'),
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        imgSrc: ['https:', 'http:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    }),
  )

  routes.get('/:token', async (c) => {
    c.header('cache-control', 'no-store')
    c.header('x-robots-tag', 'noindex, nofollow')
    const viewed = await viewMail(context, c.req.param('token'), context.clock.now())
    if ('html' in viewed) return c.html(viewed.html)
    const words = wordsFor(viewed.language).mails.view
    return renderPage(
      c,
      <Page
        title={words.gone}
        language={viewed.language}
        {...(viewed.accent ? { accent: viewed.accent } : {})}
      >
        <h1>{words.gone}</h1>
        <p>{words.why}</p>
        <p>
          <a href="/me">{words.askForLink}</a>
        </p>
      </Page>,
      404,
    )
  })

  return routes
}
