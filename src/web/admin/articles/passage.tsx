import ReactMarkdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'

/** A passage of an article as it reads. Links lead away in a tab of their own, so that what is unsaved stays. */
export function PassageText({ markdown }: { markdown: string }) {
  // Most paragraphs hold no markup at all, and an article may have thousands.
  if (!MARKUP.test(markdown)) return <p>{markdown}</p>
  return (
    <ReactMarkdown remarkPlugins={[[remarkGfm, { singleTilde: false }]]} components={components} skipHtml>
      {markdown}
    </ReactMarkdown>
  )
}

const MARKUP = /[*_`[\]<>\\&~|#^=@]|^[ \t]|^\s*(?:[-+]|\d+[.)])(?:\s|$)|https?:|www\.| {2}\n/m

// The page has its own h1 and h2, and each lesson's title is one.
const heading = 'h4'
const components: Components = {
  h1: heading,
  h2: heading,
  h3: heading,
  h5: heading,
  h6: heading,
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  ),
  img: ({ src, alt }) => <img src={src} alt={alt ?? ''} loading="lazy" />,
}
