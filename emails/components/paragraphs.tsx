import { type CSSProperties, Fragment } from 'react'
import { Text } from 'react-email'

/** Plain text as it was typed: blank lines part paragraphs, single breaks stay. */
export function Paragraphs(props: { text: string; className: string; style: CSSProperties }) {
  const paragraphs = props.text.trim().split(/\n\s*\n/)
  return paragraphs.map((paragraph, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
    <Text key={i} className={props.className} style={props.style}>
      {paragraph.split('\n').map((line, j) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
        <Fragment key={j}>
          {j > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </Text>
  ))
}
