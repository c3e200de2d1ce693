import type { ComponentProps, ReactNode } from 'react'
import { Heading, Hr, Img, Link, Text } from 'react-email'
import ReactMarkdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { light } from './look.ts'
import { headingsBelowTitle, plainHtml } from './markdown-tree.ts'
import * as type from './type.ts'

/**
 * An author's Markdown (GitHub's flavour) as the text of a letter. Raw HTML is taken off and its words stay,
 * headings start at h2 because the letter has its h1, links may go to http, https and mailto, and images
 * come from http and https.
 */
export function Markdown(props: { accent: string; dir: 'ltr' | 'rtl'; children: string }) {
  return (
    <ReactMarkdown
      remarkPlugins={plugins}
      components={componentsFor(props.accent, props.dir)}
      urlTransform={safeUrl}
    >
      {props.children}
    </ReactMarkdown>
  )
}

const plugins: ComponentProps<typeof ReactMarkdown>['remarkPlugins'] = [
  [remarkGfm, { singleTilde: false }],
  plainHtml,
  headingsBelowTitle,
]

/** A URL that a mail may carry, or nothing: links to http, https and mailto, images from http and https. */
export function safeUrl(url: string, attribute: string): string {
  const allowed = attribute === 'src' ? /^https?:\/\//i : /^(https?:\/\/|mailto:)/i
  return allowed.test(url) ? url : ''
}

const list = (dir: 'ltr' | 'rtl') => ({
  ...type.body,
  ...(dir === 'rtl' ? { paddingRight: '26px' } : { paddingLeft: '26px' }),
})
const cell = { ...type.body, margin: 0, padding: '8px 6px', fontSize: '16px', verticalAlign: 'top' }
const border = `1px solid ${light.rule}`
const mono = {
  fontFamily: "ui-monospace, Menlo, Consolas, 'Courier New', monospace",
  fontSize: '0.88em',
  overflowWrap: 'anywhere',
} as const

type Level = 2 | 3 | 4 | 5 | 6

/** A heading of the text. Below h4 they look alike: a letter that needs more levels needs fewer words. */
const heading = (level: Level, id: string | undefined, children: ReactNode) => {
  // The list of footnotes comes with a heading of its own, which on paper is a line, not a title.
  if (id === 'footnote-label') return <Hr className="rule" style={rule} />
  const style = type.headings[level > 4 ? 4 : (level as 2 | 3 | 4)]
  return (
    <Heading as={`h${level}`} className="ink" style={style}>
      {children}
    </Heading>
  )
}

const rule = { borderTop: border, margin: '32px 0', width: '100%' }

const componentsFor = (accent: string, dir: 'ltr' | 'rtl'): Components => ({
  p: ({ children }) => (
    <Text className="ink" style={type.body}>
      {children}
    </Text>
  ),
  h2: ({ id, children }) => heading(2, id, children),
  h3: ({ id, children }) => heading(3, id, children),
  h4: ({ id, children }) => heading(4, id, children),
  h5: ({ id, children }) => heading(5, id, children),
  h6: ({ id, children }) => heading(6, id, children),
  a: ({ href, children, ...rest }) => {
    if ('data-footnote-backref' in rest) return null
    if (!href) return <span>{children}</span>
    return (
      <Link href={href} className="accent" style={type.link(accent)}>
        {children}
      </Link>
    )
  },
  img: ({ src, alt, title }) =>
    src ? (
      <Img src={String(src)} alt={alt ?? ''} title={title} style={{ maxWidth: '100%', height: 'auto' }} />
    ) : (
      <span>{alt}</span>
    ),
  blockquote: ({ children }) => (
    <blockquote
      className="rule"
      style={{ margin: '0 0 20px', ...type.atStart(dir, `2px solid ${light.rule}`, '20px') }}
    >
      {children}
    </blockquote>
  ),
  ul: ({ children }) => (
    <ul className="ink" style={list(dir)}>
      {children}
    </ul>
  ),
  ol: ({ children, start }) => (
    <ol className="ink" style={list(dir)} start={start}>
      {children}
    </ol>
  ),
  li: ({ children }) => <li style={{ margin: '0 0 8px' }}>{children}</li>,
  hr: () => <Hr className="rule" style={rule} />,
  code: ({ children }) => <code style={mono}>{children}</code>,
  pre: ({ children }) => (
    <pre
      className="ink code"
      style={{
        ...type.body,
        fontSize: '16px',
        backgroundColor: light.sheet,
        padding: '14px 16px',
        whiteSpace: 'pre-wrap',
      }}
    >
      {children}
    </pre>
  ),
  input: ({ checked }) => <span>{checked ? '\u2611' : '\u2610'}</span>,
  table: ({ children }) => (
    <table
      cellPadding="0"
      cellSpacing="0"
      style={{ borderCollapse: 'collapse', margin: '0 0 20px', width: '100%' }}
    >
      {children}
    </table>
  ),
  // The text part reads these two: src/mail/text-options.ts.
  tr: ({ children }) => <tr data-text-format="row">{children}</tr>,
  th: ({ children, style }) => (
    <th
      scope="col"
      data-text-format="cell"
      className="ink rule"
      style={{
        textAlign: dir === 'rtl' ? 'right' : 'left',
        ...cell,
        ...style,
        fontWeight: 600,
        borderBottom: border,
      }}
    >
      {children}
    </th>
  ),
  td: ({ children, style }) => (
    <td
      data-text-format="cell"
      className="ink rule"
      style={{ textAlign: dir === 'rtl' ? 'right' : 'left', ...cell, ...style, borderBottom: border }}
    >
      {children}
    </td>
  ),
})
