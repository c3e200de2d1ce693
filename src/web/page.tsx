/** The shell of every page: one stylesheet, one look, no script unless a page names one. */
import type { Context as HonoContext } from 'hono'
import type { ReactElement, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { directionOf } from '../words/words.ts'

export interface PageProps {
  title: string
  /** BCP 47; the studio and whatever belongs to no course is in English. */
  language?: string
  /** Scripts under /assets, loaded as modules; pages work without them. */
  scripts?: string[]
  /** Above the text: where in the studio one is. */
  nav?: ReactNode
  /** `wide` for tables and editors; readers' pages keep the measure of a letter. */
  wide?: boolean
  children: ReactNode
}

export function Page({ title, language = 'en', scripts = [], nav, wide = false, children }: PageProps) {
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {/* Links hold tokens; no other site is told them. */}
        <meta name="referrer" content="same-origin" />
        <title>{title}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/site.css" />
        {scripts.map((src) => (
          <script key={src} type="module" src={`/assets/${src}`} />
        ))}
      </head>
      <body>
        {nav}
        <main className={wide ? 'wide' : 'letter'}>{children}</main>
      </body>
    </html>
  )
}

/** Answers with a page. */
export function renderPage(
  c: HonoContext,
  page: ReactElement,
  status: 200 | 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503 = 200,
) {
  return c.html(`<!doctype html>${renderToStaticMarkup(page)}`, status)
}

/** A page with one thing to say, and a way on. */
export function Notice(props: { title: string; language?: string; children: ReactNode }) {
  const { title, language, children } = props
  return (
    <Page title={title} language={language}>
      <h1>{title}</h1>
      {children}
    </Page>
  )
}
