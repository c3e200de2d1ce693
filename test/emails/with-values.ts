import {
  cloneElement,
  createElement,
  Fragment,
  isValidElement,
  type ReactElement,
  type ReactNode,
} from 'react'

/**
 * The oracle for compiled mails: calls every component down to plain HTML elements and only then puts values in
 * place of words, in texts and attributes. So a value reaches React as text, and never Markdown or a component.
 */
export function withValues(node: ReactNode, put: (text: string) => string): ReactNode {
  if (typeof node === 'string') return put(node)
  if (Array.isArray(node))
    return createElement(Fragment, null, ...node.map((child) => withValues(child, put)))
  if (!isValidElement(node)) return node
  const element = node as ReactElement<Record<string, unknown>>
  const type = element.type as unknown
  if (typeof type === 'function') return withValues(type(element.props), put)
  if (typeof type === 'object' && type !== null && 'render' in type) {
    return withValues((type.render as (props: unknown, ref: null) => ReactNode)(element.props, null), put)
  }
  const props: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(element.props)) {
    props[name] = typeof value === 'string' && name !== 'children' ? put(value) : value
  }
  return cloneElement(element, { ...props, children: withValues(element.props.children as ReactNode, put) })
}
