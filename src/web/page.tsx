/** The shell of every page: one stylesheet, one look, no script unless a page names one. */
import type { Context as HonoContext } from 'hono'
import type { ReactElement, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { palettesOf } from '../../emails/components/accent.ts'
import { directionOf } from '../words/words.ts'

export interface PageProps {
  title: string
  /** BCP 47; the studio and whatever belongs to no course is in English. */
  language?: string
  /** One colour a course: `#rrggbb` on light paper; the one in the dark is derived from it. */
  accent?: string
  /** What search engines and previews of links show; pages behind tokens have none, and are not to be found. */
  about?: { description: string; url: string }
  /** Scripts under /assets, loaded as modules; pages work without them. */
  scripts?: string[]
  /** Above the text: where in the studio one is. */
  nav?: ReactNode
  /** `wide` for tables and editors; readers' pages keep the measure of a letter. */
  wide?: boolean
  children: ReactNode
}

export function Page(props: PageProps) {
  const { title, language = 'en', accent, about, scripts = [], nav, wide = false, children } = props
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {/* Links hold tokens; no other site is told them. */}
        <meta name="referrer" content="same-origin" />
        <title>{title}</title>
        {about ? (
          <About title={title} language={language} {...about} />
        ) : (
          <meta name="robots" content="noindex" />
        )}
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/site.css" />
        {accent && <style>{accentVariables(accent)}</style>}
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

function About(props: { title: string; language: string; description: string; url: string }) {
  const { title, language, description, url } = props
  return (
    <>
      <meta name="description" content={description} />
      <link rel="canonical" href={url} />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={url} />
      <meta property="og:locale" content={language.replace('-', '_')} />
      <meta name="twitter:card" content="summary" />
    </>
  )
}

function accentVariables(accent: string): string {
  const { light, dark } = palettesOf(accent)
  const both = (palette: { accent: string; onAccent: string }) =>
    `--accent:${palette.accent};--on-accent:${palette.onAccent}`
  return `:root{${both(light)}}@media(prefers-color-scheme:dark){:root{${both(dark)}}}`
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
export function Notice(props: { title: string; language?: string; accent?: string; children: ReactNode }) {
  const { title, children, ...look } = props
  return (
    <Page title={title} {...look}>
      <h1>{title}</h1>
      {children}
    </Page>
  )
}
