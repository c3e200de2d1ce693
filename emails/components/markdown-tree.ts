/** Two changes to an author's Markdown tree before it becomes a letter. */

interface Node {
  type: string
  value?: string
  depth?: number
  children?: Node[]
}

/** Every node below `node`, in order. */
function* below(node: Node): Generator<Node> {
  for (const child of node.children ?? []) {
    yield child
    yield* below(child)
  }
}

/**
 * Raw HTML becomes the words in it. Shown as it stands it would be noise to a reader, and dropped whole it
 * would take an author's sentence with it. Comments, scripts and styles have no words.
 */
export const plainHtml = () => (tree: Node) => {
  for (const node of [tree, ...below(tree)]) {
    if (!node.children?.some((child) => child.type === 'html')) continue
    const holdsBlocks = holders.has(node.type)
    node.children = node.children.flatMap((child) =>
      child.type === 'html' ? wordsOf(child, holdsBlocks) : child,
    )
  }
}

/** What holds paragraphs and not words. */
const holders = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition'])

function wordsOf(html: Node, asBlock: boolean): Node[] {
  if (!asBlock && /^<br\s*\/?>$/i.test(html.value ?? '')) return [{ type: 'break' }]
  const text = withoutTags(html.value ?? '')
  if (!text.trim()) return []
  return [
    asBlock
      ? { type: 'paragraph', children: [{ type: 'text', value: text }] }
      : { type: 'text', value: text },
  ]
}

const withoutTags = (html: string) =>
  html
    .replace(/<!--[\s\S]*?(-->|$)/g, '')
    .replace(/<(script|style)\b[\s\S]*?(<\/\1\s*>|$)/gi, '')
    .replace(/<\/?[a-z!?][^>]*>/gi, '')

/** The author's highest heading becomes h2: a letter has one h1, and the levels under it leave no gap above. */
export const headingsBelowTitle = () => (tree: Node) => {
  const headings = [...below(tree)].filter((node) => node.type === 'heading')
  const shift = 2 - Math.min(...headings.map((node) => node.depth ?? 1))
  for (const node of headings) node.depth = Math.min(6, (node.depth ?? 1) + shift)
}
