import type { OpenedReply } from '../../../replies/read-reply.ts'
import { Utc } from '../layout/times.tsx'

/** Their words, and ours below. Plain text, as it came: React escapes it. */
export function Said({
  reply: { row, content, answers },
  marked = [],
}: {
  reply: OpenedReply
  marked?: string[]
}) {
  const missing = row.erased_at
    ? 'The words are gone: they were erased when the time came that the course promises.'
    : 'Their message could not be read yet; it is kept.'
  return (
    <>
      {content ? (
        <InPlace
          text={content.inPlace ?? content.reply}
          isQuoted={content.inPlace !== undefined}
          words={marked}
        />
      ) : (
        <p className="muted">{missing}</p>
      )}
      {answers.map((answer) => (
        <OurAnswer key={answer.answeredAt.toISOString() + answer.authorName} answer={answer} />
      ))}
    </>
  )
}

export function OurAnswer({ answer }: { answer: OpenedReply['answers'][number] }) {
  return (
    <div className="answer">
      <p className="small muted">
        {answer.authorName} answered, <Utc at={answer.answeredAt} />
      </p>
      {answer.body ? <p className="said">{answer.body}</p> : <p className="muted">The words are gone.</p>}
    </div>
  )
}

/** What they wrote; where they answered between the lines of a quotation, with the lines they answer. */
function InPlace({ text, isQuoted, words }: { text: string; isQuoted: boolean; words: string[] }) {
  const parts = isQuoted ? text.split(/((?:^>.*\n?)+)/m).filter((part) => part.trim()) : [text]
  return parts.map((part, place) => {
    const quoted = isQuoted && part.startsWith('>')
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, which does not change
      <p key={place} className={quoted ? 'said asked' : 'said'}>
        {quoted ? part.trim().replace(/^> ?/gm, '') : <Marked text={part.trim()} words={words} />}
      </p>
    )
  })
}

/** The words that led to care stand out where they stand, however the lines are broken. */
export function Marked({ text, words }: { text: string; words: string[] }) {
  // The longest first, so that one within another does not cut it short.
  const passages = words
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))
  if (passages.length === 0) return <>{text}</>
  const parts = text.split(new RegExp(`(${passages.join('|')})`, 'iu'))
  // Splitting at a group puts what matched in every other place.
  return (
    <>
      {parts.map((part, place) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the same word may come twice
        place % 2 === 1 ? <mark key={place}>{part}</mark> : part,
      )}
    </>
  )
}
