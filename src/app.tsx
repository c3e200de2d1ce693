import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { Context } from './context.ts'
import type { Mailbox } from './mailbox/mailbox.ts'
import { adminRoutes } from './web/admin/routes.tsx'
import { apiRoutes } from './web/api/routes.ts'
import { assets } from './web/assets.ts'
import { healthRoutes } from './web/health/routes.ts'
import { Notice, renderPage } from './web/page.tsx'
import { confirmationRoutes } from './web/public/confirmation-routes.tsx'
import { embedRoutes } from './web/public/embed-routes.ts'
import { answerRoutes } from './web/public/answer-routes.tsx'
import { meRoutes } from './web/public/me/me-routes.tsx'
import { proofRoutes } from './web/public/me/proof-routes.tsx'
import { signupRoutes } from './web/public/signup-routes.tsx'
import { unsubscribeRoutes } from './web/public/unsubscribe-routes.tsx'
import { viewRoutes } from './web/public/view-routes.tsx'
import { resendRoutes } from './web/webhooks/resend-routes.ts'

/** Mounts every route; never listens. The mailbox is given only where it stands in for Resend. */
export function createApp(context: Context, mailbox?: Mailbox): Hono {
  const app = new Hono()
  app.onError((error, c) => {
    context.log.error({ err: error, method: c.req.method, route: c.req.routePath }, 'a request failed')
    return renderPage(
      c,
      <Notice title="Something went wrong on our side">
        <p>Nothing you entered was lost on purpose. Please go back and try once more in a minute.</p>
      </Notice>,
      500,
    )
  })
  app.notFound((c) =>
    renderPage(
      c,
      <Notice title="There is nothing here">
        <p>
          The address may have been cut off. <a href="/">All courses</a>
        </p>
      </Notice>,
      404,
    ),
  )

  // Machines first: these look at neither cookies nor forms.
  app.route('/', healthRoutes(context))
  app.route('/webhooks', resendRoutes(context))
  if (mailbox) app.route('/mailbox', mailbox.app)
  app.route('/', embedRoutes(context))
  // A letter keeps stricter headers than a page.
  app.route('/view', viewRoutes(context))

  app.use(
    secureHeaders({
      referrerPolicy: 'same-origin',
      strictTransportSecurity: context.config.publicUrl.startsWith('https:'),
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'https:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        frameAncestors: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
      },
    }),
  )
  app.route('/assets', assets())
  app.route('/unsubscribe', unsubscribeRoutes(context))
  app.route('/answer', answerRoutes(context))
  app.route('/me', proofRoutes(context))
  app.route('/me', meRoutes(context))
  app.route('/admin', adminRoutes(context))
  app.route('/api', apiRoutes(context))
  app.route('/signups', confirmationRoutes(context))
  app.route('/', signupRoutes(context))
  return app
}
