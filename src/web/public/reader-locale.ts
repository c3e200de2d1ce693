/**
 * How this reader writes hours and days, in the language of the page: the first of their browser's languages that is of
 * the same language ("en-US, de" on an English page: am and pm). Without one, English is written as in Britain.
 */
export function readerLocale(acceptLanguage: string | undefined, language: string): string {
  const primary = language.toLowerCase().split('-')[0]
  for (const part of acceptLanguage?.split(',') ?? []) {
    const tag = part.split(';')[0]!.trim()
    if (tag.toLowerCase().split('-')[0] === primary && isLocale(tag)) return tag
  }
  return language.toLowerCase() === 'en' ? 'en-GB' : language
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
