import { Link, Section, Text } from 'react-email'
import type { Words } from '../../src/words/words.ts'
import { helplineUrl } from './footer.tsx'
import { light, serif } from './look.ts'
import { Paragraphs } from './paragraphs.tsx'
import * as type from './type.ts'

export interface PromptProps {
  words: Words['mails']['lesson']
  accent: string
  dir: 'ltr' | 'rtl'
  senderName: string
  answerUrl: string
  /** Said with the first prompt of a course: who reads what comes back, and for how long. */
  first?: { repliesReadBy: string | null; repliesKeptDays: number | null } | null
  children: string
}

/** The question a lesson ends with, set apart by a rule in the accent colour, and the two ways to answer it. */
export function Prompt({ words, accent, dir, senderName, answerUrl, first, children }: PromptProps) {
  return (
    <Section
      className="mark"
      data-text-format="prompt"
      style={{ ...type.atStart(dir, `3px solid ${accent}`, '0'), margin: '36px 0 32px' }}
    >
      <div style={dir === 'rtl' ? { paddingRight: '22px' } : { paddingLeft: '22px' }}>
        <Text className="accent" style={{ ...type.small, color: accent, fontWeight: 600 }}>
          {words.promptLabel}
        </Text>
        <Paragraphs text={children} className="ink" style={question} />
        <Text className="ink" style={how}>
          <strong>{words.justReply}</strong>
          {` ${words.whoReads(senderName)} `}
          <Link href={answerUrl} className="accent" style={type.link(accent)}>
            {words.answerOnTheWeb}
          </Link>
        </Text>
        {first && (
          <Text className="muted" style={{ ...type.small, margin: '14px 0 0' }}>
            {`${words.firstPrompt(first.repliesReadBy ?? senderName, first.repliesKeptDays)} `}
            <Link href={helplineUrl} className="muted" style={type.quietLink}>
              {words.helplineHere}
            </Link>
          </Text>
        )}
      </div>
    </Section>
  )
}

const how = { ...type.small, color: light.ink, fontSize: '16px', margin: 0 }

const question = {
  ...type.body,
  fontFamily: serif,
  fontSize: '21px',
  fontStyle: 'italic',
  lineHeight: '1.5',
  margin: '0 0 14px',
}
