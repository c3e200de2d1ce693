/** Where most people have their mail: a domain one slip away from one of these is probably meant to be it. */
const FAMILIAR = [
  ...[
    'gmail.com',
    'googlemail.com',
    'outlook.com',
    'hotmail.com',
    'live.com',
    'msn.com',
    'yahoo.com',
    'ymail.com',
  ],
  ...[
    'icloud.com',
    'me.com',
    'mac.com',
    'aol.com',
    'proton.me',
    'protonmail.com',
    'fastmail.com',
    'zoho.com',
  ],
  ...[
    'gmx.de',
    'gmx.net',
    'gmx.at',
    'gmx.ch',
    'web.de',
    't-online.de',
    'freenet.de',
    'posteo.de',
    'mailbox.org',
  ],
  ...['hotmail.co.uk', 'yahoo.co.uk', 'btinternet.com', 'hotmail.fr', 'orange.fr', 'free.fr', 'laposte.net'],
  ...['yahoo.es', 'hotmail.es', 'telefonica.net', 'yahoo.com.mx', 'yahoo.com.br', 'libero.it', 'comcast.net'],
  ...['verizon.net', 'att.net', 'sbcglobal.net', 'shaw.ca', 'bluewin.ch', 'naver.com', 'qq.com', '163.com'],
]

/** Real ones that look like a slip. */
const ALSO_REAL = new Set(['mail.com', 'email.com', 'gmx.com', 'ymail.com', 'aim.com', 'live.de', 'live.nl'])

/**
 * "ruth@gmail.com" for "ruth@gmial.com"; undefined when nothing looks mistyped. A question, never a refusal: somebody
 * may well have their mail at a domain we do not know.
 */
export function suggestAddress(email: string): string | undefined {
  const at = email.lastIndexOf('@')
  const domain = email.slice(at + 1).toLowerCase()
  if (at < 1 || FAMILIAR.includes(domain) || ALSO_REAL.has(domain)) return undefined
  // In a short domain one slip makes another real one: gmx.de, gmx.at.
  const meant = FAMILIAR.find((familiar) => familiar.length >= 7 && isOneSlipAway(domain, familiar))
  return meant && `${email.slice(0, at)}@${meant}`
}

/** One letter too many, too few or wrong, or two neighbours changed over. */
function isOneSlipAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  const [a, b] = [one.slice(start), other.slice(start)]
  if (a.length > b.length) return a.slice(1) === b
  if (a.length < b.length) return a === b.slice(1)
  return a.slice(1) === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
}
