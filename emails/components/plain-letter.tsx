import { Heading, Text } from 'react-email'
import type { ReactNode } from 'react'
import { type CourseLook, Letter } from './letter.tsx'
import * as type from './type.ts'

/** A short mail: a title, paragraphs, and whatever follows them. */
export function PlainLetter(
  props: CourseLook & {
    subject: string
    title: string
    preheader: string
    paragraphs: readonly string[]
    children?: ReactNode
  },
) {
  return (
    <Letter language={props.language} accent={props.accent} title={props.subject} preheader={props.preheader}>
      <Heading as="h1" className="ink title" style={type.title}>
        {props.title}
      </Heading>
      {props.paragraphs.map((paragraph, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
        <Text key={i} className="ink" style={type.body}>
          {paragraph}
        </Text>
      ))}
      {props.children}
    </Letter>
  )
}
