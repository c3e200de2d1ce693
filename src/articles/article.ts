/** Something of the source that is in no lesson, and why. */
export interface LeftOut {
  text: string
  reason: string
}

/** An article as the splitter takes it, whatever it was brought in as. */
export interface Article {
  /** What the source itself says it is called, outside of its text: front matter or a page's title. */
  title: string | undefined
  /** Markdown with LF line ends and no byte order mark. */
  markdown: string
  leftOut: LeftOut[]
  warnings: string[]
}

/** The article cannot be read or split. The message is one sentence with a way out, for the person who asked. */
export class ArticleError extends Error {
  override name = 'ArticleError'
}
