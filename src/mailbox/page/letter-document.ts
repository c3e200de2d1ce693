/**
 * The reader's frame: no scripts, no forms, nothing of ours in reach. Same origin is allowed (there is no script
 * to misuse it) so that the page around it can fit the frame to the letter.
 */
export const SANDBOX =
  'allow-same-origin allow-top-navigation-by-user-activation allow-popups allow-popups-to-escape-sandbox'

export const LETTER_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    'img-src data: https: http:',
    "style-src 'unsafe-inline'",
    'font-src data: https:',
    "form-action 'none'",
    "frame-ancestors 'self'",
    `sandbox ${SANDBOX}`,
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** The mail's own html, changed only so that its links open in the whole window rather than in the frame. */
export function letterDocument(html: string): string {
  const links = html.replace(/<(?:a|area)\b[^>]*>/gi, (tag) =>
    tag.replace(/\starget\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, ' target="_top"'),
  )
  const base = '<base target="_top">'
  return /<head\b[^>]*>/i.test(links)
    ? links.replace(/<head\b[^>]*>/i, (head) => head + base)
    : /^\s*<!doctype[^>]*>/i.test(links)
      ? links.replace(/^\s*<!doctype[^>]*>/i, (doctype) => doctype + base)
      : base + links
}
