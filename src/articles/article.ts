/** Something of the source that is in no lesson, and why. */
export interface LeftOut {
  text: string
  reason: string
}

/** A line of plain text that was taken for a heading. What was a heading in markup already is certain and not listed. */
export interface FoundHeading {
  text: string
  /** From 0.5, as likely as not, to 1. Below 0.7 the author is asked to look. */
  confidence: number
  /** What speaks for it, a few words each. */
  because: string[]
}

/** An article as the splitter takes it, whatever it was brought in as. */
export interface Article {
  /** What the source itself says it is called, outside of its text: front matter or a page's title. */
  title: string | undefined
  /** Markdown with LF line ends and no byte order mark. */
  markdown: string
  leftOut: LeftOut[]
  /** The source's own paragraphs in order, before anything was done to them: what a split has to account for. */
  passages: string[]
  headings: FoundHeading[]
  warnings: string[]
}

/** The article cannot be read or split. The message is one sentence with a way out, for the person who asked. */
export class ArticleError extends Error {
  override name = 'ArticleError'
}
