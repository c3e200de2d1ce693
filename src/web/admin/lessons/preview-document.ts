/**
 * The html as a document for a sandboxed frame: its own policy lets in styles and pictures and nothing else, and its
 * links open beside the studio.
 */
export function previewDocument(html: string): string {
  const head =
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; ` +
    `img-src data: https: http:; font-src data: https:; form-action 'none'; base-uri 'none'"><base target="_blank">`
  return html.replace(/<head\b[^>]*>/i, (tag) => tag + head)
}
