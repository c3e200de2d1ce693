import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

const body = z.union([
  z.object({ userId: z.string() }),
  z.object({ name: z.string(), email: z.string(), password: z.string() }),
])

export type Admission = z.infer<typeof body>

/**
 * Signs somebody in whom a one-time link has proved, making their account first when they have none. The endpoint has
 * no path, so it can be called from here and not over HTTP.
 */
export const admitting = () => ({
  id: 'admitting' as const,
  endpoints: {
    admit: createAuthEndpoint({ method: 'POST', body }, async (ctx) => {
      const { internalAdapter, password } = ctx.context
      let userId: string
      if ('userId' in ctx.body) userId = ctx.body.userId
      else {
        const { name, email } = ctx.body
        // The link reached them where it was printed, not by mail, but nobody else may claim the address any more.
        const made = await internalAdapter.createUser(
          { name, email, emailVerified: true },
          { method: 'admin-link' },
        )
        userId = made.id
        await internalAdapter.linkAccount({
          userId,
          providerId: 'credential',
          accountId: userId,
          password: await password.hash(ctx.body.password),
        })
      }
      const user = await internalAdapter.findUserById(userId)
      if (!user) throw ctx.error('NOT_FOUND')
      const session = await internalAdapter.createSession(userId, false)
      await setSessionCookie(ctx, { session, user })
      return ctx.json({ userId })
    }),
  },
})
