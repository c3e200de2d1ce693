/**
 * Headers under which a file that somebody sent is saved and never opened in a page of ours, whatever it calls itself.
 * The name goes as RFC 8187 has it, so any script may stand in it.
 */
export const asDownload = (name: string): Record<string, string> => ({
  'content-type': 'application/octet-stream',
  'content-disposition': `attachment; filename*=UTF-8''${encoded(name)}`,
  'x-content-type-options': 'nosniff',
})

const encoded = (name: string) =>
  encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /['()*!]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
