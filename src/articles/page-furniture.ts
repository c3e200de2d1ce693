import type { PagePassage } from './page-passages.ts'

const COMMENT = 'It is a comment or asks for one.'

/** What pages put around an article, by what their authors call it in tags, roles, classes and ids. */
const FURNITURE: { reason: string; tag?: RegExp; name: RegExp }[] = [
  {
    reason: 'It is a notice about cookies or consent.',
    name: /cookie|consent|gdpr|(?:^|[-_ ])(?:cmp|cc-window|cc-banner|onetrust|usercentrics|didomi)(?=[-_ ]|$)/,
  },
  {
    reason: COMMENT,
    name: /(?:^|[-_ ])(?:comments?(?!-?(?:open|closed|off|on)\b)|disqus|respond|responses|replies|discussion)(?=[-_ ]|$)/,
  },
  {
    reason: 'It is a bar for sharing or following.',
    name: /(?:^|[-_ ])(?:share|sharing|shares|sharedaddy|social|socials|addtoany|addthis|follow-us|jp-relatedposts-share|post-ufi|like-button\S*|button-wrapper)(?=[-_ ]|$)|sharebuttons|share-?buttons/,
  },
  {
    reason: 'It asks to subscribe.',
    name: /(?:^|[-_ ])(?:newsletter(?!-post)|subscribe|subscription|signup|sign-up|optin|opt-in|mailchimp|mc_embed\S*|convertkit|ck_form\S*|formkit\S*|subscribewidget|email-form|post-end-cta\S*|paywall)(?=[-_ ]|$)/,
  },
  {
    reason: 'It sends the reader to other articles.',
    name: /(?:^|[-_ ])(?:related\S*|jp-relatedposts|recommend\S*|recommendations?|recs|read-?next|read-?more|more-from|you-may\S*|also-like|teaser|teasers|popular|trending|recirc\S*|outbrain|taboola|top-posts|recent-posts|portable-archive|archives?|blogroll)(?=[-_ ]|$)/,
  },
  {
    reason: 'It is an advertisement.',
    name: /(?:^|[-_ ])(?:ads?|adslot|adsbygoogle|ad-\S+|advert\S*|sponsor\S*|promo|promos|banner-ad|anzeige)(?=[-_ ]|$)/,
  },
  {
    reason: 'It is about the author, not part of the article.',
    name: /(?:^|[-_ ])(?:author-(?:box|bio|info|card|description)|about-(?:the-)?author|authorbox|author_bio|bio-box)(?=[-_ ]|$)/,
  },
  {
    reason: 'It says who wrote it and when, not what the article says.',
    name: /(?:^|[-_ ])(?:entry-meta|post-meta|article-meta|byline(?:-\S+)?|dateline|date-header|post-date|author-line|post-author|posted-on|reading-time|kicker|eyebrow)(?=[-_ ]|$)/,
  },
  {
    reason: 'It is part of the navigation of the page.',
    tag: /^nav$/,
    name: /(?:^|[-_ ])(?:nav|navbar|navigation|menu|breadcrumbs?|pagination|pager|skip-link|topbar|site-header|masthead|toolbar|search-form|searchform|cat-links|tags-links|tag-list|post-tags|role:(?:navigation|banner|search|menubar|menu))(?=[-_ ]|$)/,
  },
  {
    reason: 'It is in a sidebar of the page.',
    name: /(?:^|[-_ ])(?:sidebar|side-bar|widget|widgets|widget-area|role:complementary)(?=[-_ ]|$)/,
  },
  {
    reason: 'It is the foot of the page.',
    tag: /^footer$/,
    name: /(?:^|[-_ ])(?:footer|site-footer|page-footer|footer-outer|post-footer|entry-footer|colophon|role:contentinfo)(?=[-_ ]|$)/,
  },
]

/**
 * The elements of a page that are no part of its article, outermost first, each with a reason. What holds the most
 * prose is never among them, whatever it is called: some call the article itself "newsletter-post".
 */
export function furnitureIn(body: Element, passages: PagePassage[]): Map<Element, string> {
  const reasons = new Map<Element, string>()
  for (const element of body.querySelectorAll('*')) {
    const reason = reasonFor(element)
    if (reason) reasons.set(element, reason)
  }
  for (const field of body.querySelectorAll('input[type="email"],input[type="search"]')) {
    const form = outermost(
      field,
      (element) => element !== body && (element.textContent ?? '').trim().length < 300,
    )
    if (form) reasons.set(form, 'It is a form.')
  }
  const main = mainOf(body, passages, reasons)
  const found = new Map<Element, string>()
  for (const [element, reason] of reasons) {
    const inside = [...found.keys()].some((other) => other.contains(element))
    if (!inside && !element.contains(main)) found.set(element, reason)
  }
  return found
}

/** The element that most of the page's prose stands in, not counting readers' comments. */
function mainOf(body: Element, passages: PagePassage[], reasons: Map<Element, string>): Element {
  const isComment = (element: Element) => ancestors(element).some((each) => reasons.get(each) === COMMENT)
  const prose = passages.filter(({ words, linked }) => words >= 8 && linked < 0.5)
  const own = prose.filter(({ block }) => !isComment(block))
  const scores = new Map<Element, number>()
  for (const { block, words } of own.length > 0 ? own : prose) {
    const [, ...above] = [block, ...ancestors(block)]
    for (const [i, element] of above.slice(0, 4).entries())
      scores.set(element, (scores.get(element) ?? 0) + words / (i + 1))
  }
  return [...scores].reduce((best, each) => (each[1] > best[1] ? each : best), [body, 0] as [
    Element,
    number,
  ])[0]
}

function ancestors(element: Element): Element[] {
  const all: Element[] = []
  for (let each = element.parentElement; each; each = each.parentElement) all.push(each)
  return all
}

const outermost = (element: Element, holds: (element: Element) => boolean) =>
  ancestors(element).filter(holds).at(-1)

/** Why an element is no part of an article, as far as its name tells. */
function reasonFor(element: Element): string | undefined {
  const tag = element.localName
  if (tag === 'main' || tag === 'article') return undefined
  if (tag === 'footer' && element.closest('blockquote')) return undefined
  const names = namesOf(element)
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true' || HIDDEN.test(names))
    return 'It is hidden on the page.'
  return FURNITURE.find((kind) => kind.tag?.test(tag) || kind.name.test(names))?.reason
}

const HIDDEN = /(?:^|[-_ ])(?:screen-reader-text|sr-only|visually-hidden)(?=[-_ ]|$)/

const namesOf = (element: Element) =>
  [
    element.getAttribute('class'),
    element.getAttribute('id'),
    element.getAttribute('data-component-name'),
    element.getAttribute('role') ? `role:${element.getAttribute('role')}` : '',
  ]
    .join(' ')
    .toLowerCase()
