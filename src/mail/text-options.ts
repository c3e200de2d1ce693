import type { toPlainText } from 'react-email'

/** What of html-to-text's interface is used here; react-email hands the formatters on untyped. */
interface Builder {
  openBlock(options: { leadingLineBreaks: number }): void
  closeBlock(options: { trailingLineBreaks: number }): void
  addInline(text: string): void
}
interface Element {
  prev: unknown
  children: unknown
}
type Walk = (nodes: unknown, builder: Builder) => void

type Options = NonNullable<Parameters<typeof toPlainText>[1]>

const plainHeading = (selector: string, leadingLineBreaks: number) => ({
  selector,
  options: { uppercase: false, leadingLineBreaks, trailingLineBreaks: 2 },
})

/**
 * How HTML becomes the text part: as somebody would have typed it. Lines are not wrapped, because where a
 * line breaks would depend on the length of a reader's name, and mail programs wrap for themselves. For the
 * same reason a table is rows of "a | b" and not columns padded to a width.
 */
export const textOptions: Options = {
  wordwrap: false,
  selectors: [
    plainHeading('h1', 2),
    ...['h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => plainHeading(selector, 3)),
    { selector: 'a', options: { linkBrackets: ['<', '>'], hideLinkHrefIfSameAsText: true } },
    { selector: 'ul', options: { itemPrefix: '- ' } },
    { selector: 'hr', format: 'rule' },
    { selector: 'pre', format: 'pre' },
    {
      selector: '[data-text-format="apart"]',
      format: 'block',
      options: { leadingLineBreaks: 3, trailingLineBreaks: 3 },
    },
    {
      selector: '[data-text-format="line"]',
      format: 'block',
      options: { leadingLineBreaks: 1, trailingLineBreaks: 1 },
    },
    { selector: '[data-text-format="row"]', format: 'row' },
    { selector: '[data-text-format="cell"]', format: 'cell' },
  ],
  formatters: {
    rule(_element: Element, _walk: Walk, builder: Builder) {
      builder.openBlock({ leadingLineBreaks: 2 })
      builder.addInline('* * *')
      builder.closeBlock({ trailingLineBreaks: 2 })
    },
    row(element: Element, walk: Walk, builder: Builder) {
      builder.openBlock({ leadingLineBreaks: 1 })
      walk(element.children, builder)
      builder.closeBlock({ trailingLineBreaks: 1 })
    },
    cell(element: Element, walk: Walk, builder: Builder) {
      if (element.prev) builder.addInline(' | ')
      walk(element.children, builder)
    },
  },
}
