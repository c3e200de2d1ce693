import type { toPlainText } from 'react-email'

/** What of html-to-text's interface is used here; react-email hands the formatters on untyped. */
interface Builder {
  openBlock(options: { leadingLineBreaks: number; reservedLineLength?: number }): void
  closeBlock(options: { trailingLineBreaks: number; blockTransform?: (text: string) => string }): void
  addInline(text: string): void
}
interface Element {
  prev: unknown
  children: unknown
}
type Walk = (nodes: unknown, builder: Builder) => void

type Options = NonNullable<Parameters<typeof toPlainText>[1]>

/** Characters a line, where words allow it: what a terminal and a quoted reply still show in one line. */
const WIDTH = 72

const plainHeading = (selector: string, leadingLineBreaks: number) => ({
  selector,
  options: { uppercase: false, leadingLineBreaks, trailingLineBreaks: 2 },
})

/**
 * How HTML becomes the text part: as somebody would have typed it, in lines of about 72. A compiled mail is wrapped while
 * a marker stands for a reader's value, so a line with a long name in it comes out longer, and nothing else moves. For
 * the same reason a table is rows of "a | b" and not columns padded to a width.
 */
export const textOptions: Options = {
  wordwrap: WIDTH,
  selectors: [
    plainHeading('h1', 2),
    ...['h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => plainHeading(selector, 3)),
    { selector: 'a', options: { linkBrackets: ['<', '>'], hideLinkHrefIfSameAsText: true } },
    { selector: 'ul', options: { itemPrefix: '- ' } },
    { selector: 'hr', format: 'rule' },
    { selector: 'pre', format: 'pre' },
    { selector: '[data-text-format="prompt"]', format: 'prompt' },
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
    /** Between two lines, and set in: the one part of a letter that a reader answers. */
    prompt(element: Element, walk: Walk, builder: Builder) {
      builder.openBlock({ leadingLineBreaks: 2, reservedLineLength: 4 })
      walk(element.children, builder)
      builder.closeBlock({ trailingLineBreaks: 2, blockTransform: setApart })
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

function setApart(text: string): string {
  const line = '-'.repeat(WIDTH)
  const lines = text.trim().split('\n')
  return [line, ...lines.map((words) => (words ? `    ${words}` : '')), line].join('\n')
}
