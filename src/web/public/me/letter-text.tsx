import { renderToStaticMarkup } from 'react-dom/server'
import ReactMarkdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { safeUrl } from '../../../../emails/components/markdown.tsx'
import { headingsBelowTitle, plainHtml } from '../../../../emails/components/markdown-tree.ts'
import type { LessonToRead } from '../../../deliveries/read-lesson.ts'

/** A lesson's text on a page, by the same rules as in the mail. */
export function LetterText({ lesson }: { lesson: LessonToRead }) {
  const html = renderToStaticMarkup(
    <ReactMarkdown remarkPlugins={plugins} components={components} urlTransform={safeUrl}>
      {lesson.markdown}
    </ReactMarkdown>,
  )
  return <div className="letter-text" dangerouslySetInnerHTML={{ __html: lesson.fillIn(html) }} />
}

const plugins = [[remarkGfm, { singleTilde: false }], plainHtml, headingsBelowTitle] as Parameters<
  typeof ReactMarkdown
>[0]['remarkPlugins']

const components: Components = {
  a: ({ href, children }) => (
    <a href={href} rel="noopener noreferrer">
      {children}
    </a>
  ),
  img: ({ src, alt }) => <img src={src} alt={alt ?? ''} loading="lazy" />,
}
