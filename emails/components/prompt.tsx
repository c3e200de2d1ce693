import { Section, Text } from 'react-email'
import { light, serif } from './look.ts'
import { Paragraphs } from './paragraphs.tsx'
import * as type from './type.ts'

/** The question a lesson ends with, set apart by a rule in the accent colour, and how to answer it. */
export function Prompt(props: { children: string; senderName: string }) {
  return (
    <Section
      className="mark"
      data-text-format="apart"
      style={{ borderLeft: `3px solid ${light.accent}`, margin: '36px 0 32px' }}
    >
      <div style={{ paddingLeft: '22px' }}>
        <Text className="accent" style={{ ...type.small, color: light.accent, fontWeight: 600 }}>
          A question for you
        </Text>
        <Paragraphs text={props.children} className="ink" style={question} />
        <Text className="ink" style={{ ...type.small, color: light.ink, fontSize: '16px', margin: 0 }}>
          {`Just hit Reply: your answer goes to ${props.senderName}, and a person reads it.`}
        </Text>
      </div>
    </Section>
  )
}

const question = {
  ...type.body,
  fontFamily: serif,
  fontSize: '21px',
  fontStyle: 'italic',
  lineHeight: '1.5',
  margin: '0 0 14px',
}
