import { disposableEmailBlocklistSet } from 'disposable-email-domains-js'

let domains: Set<string> | undefined

/** Whether mail to this domain, or the one it belongs to, is thrown away after minutes: mailinator.com and thousands more. */
export function isDisposable(domain: string): boolean {
  domains ??= disposableEmailBlocklistSet()
  const labels = domain.toLowerCase().split('.')
  return labels.some((_, at) => at < labels.length - 1 && domains!.has(labels.slice(at).join('.')))
}
