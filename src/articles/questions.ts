import { freed, isInvitation } from './freed-question.ts'
import type { Block } from './outline.ts'
import { plain } from './plain-words.ts'
import { quotedSpans, spanAround } from './quoted-spans.ts'
import type { Wording } from './wording/wording.ts'
import { sentenceStarts } from './words.ts'

/** A question that a text asks, as it would stand alone, and where it was asked. */
export interface Question {
  text: string
  kind: Block['kind']
  /** It is the last thing its lesson says. */
  isLast: boolean
  /** It ends its paragraph, heading or item. */
  endsBlock: boolean
  /** The text told the reader to take it up: "Ask yourself: …". */
  isInvited: boolean
  /** What follows, as far as it matters for whether it is answered at once. */
  after: string
}

/** Every question in `blocks` but those that somebody else is quoted as asking, in order. */
export function questionsIn(blocks: Block[], wording: Wording | undefined): Question[] {
  const spoken = blocks.filter(({ kind }) => !SILENT.has(kind))
  return spoken.flatMap((block, i) => {
    if (block.kind === 'quote' && isAttributed(block.text)) return []
    const next = spoken[i + 1]
    return asked(block, next, wording)
  })
}

/** Is the whole text one question? */
export function isAQuestion(text: string): boolean {
  return MARK.test(text) && text.length <= 200 && sentenceStarts(text.trim()).length <= 2
}

const SILENT = new Set<Block['kind']>(['code', 'table', 'divider'])

/** A question mark, in any script, and what may stand after it. ; asks in Greek, か。 in Japanese. */
const MARK =
  /(?:[?？؟⁇⁈]!?|!\?|(?<=\p{Script=Greek});|か[。.])[\s"”’»)\]」』*_]*(?:\[\d+\])?(?:\s|\p{Extended_Pictographic}|\u200d|\ufe0f)*$/u

/** — Qui es-tu ? — demanda-t-il. */
const DIALOGUE = /^\s*[—–―]/u

function asked(block: Block, next: Block | undefined, wording: Wording | undefined): Question[] {
  const lines = block.text.split('\n').filter((line) => line.trim() !== '')
  return lines.flatMap((line, row) => {
    if (block.kind === 'paragraph' && DIALOGUE.test(line)) return []
    const spans = quotedSpans(line)
    const starts = sentenceStarts(line)
    return starts.flatMap((start, i): Question[] => {
      const sentence = line.slice(start, starts[i + 1]).trimEnd()
      const mark = MARK.exec(sentence)
      if (!mark || isAside(sentence)) return []
      const quote = spanAround(spans, start + mark.index)
      const found = quote ? takenUp(sentence, line.slice(start, quote[0]), wording) : freed(sentence, wording)
      if (!found) return []
      const rest = line.slice(starts[i + 1] ?? line.length) || (lines[row + 1] ?? '')
      const before = line.slice(starts[i - 1] ?? 0, start)
      return [
        {
          ...found,
          isInvited: found.isInvited || (i > 0 && !MARK.test(before) && isInvitation(before, wording)),
          kind: block.kind,
          isLast: !next && rest === '',
          endsBlock: starts[i + 1] === undefined,
          after: rest || (next && next.kind !== 'heading' ? next.text.slice(0, 400) : ''),
        },
      ]
    })
  })
}

/** "Ask yourself, “What do I need?”" is asked of the reader, unlike what others are quoted as asking. */
function takenUp(sentence: string, lead: string, wording: Wording | undefined) {
  const isTold = isInvitation(lead, wording) && !wording?.reports?.test(plain(lead))
  return isTold ? { text: sentence.trim(), isInvited: true } : undefined
}

/** "(Who wouldn't?)" is said behind the hand. */
const isAside = (sentence: string) => /^[(（]/.test(sentence) || /\?[^?]*[)）]\s*$/u.test(sentence)

/** A quotation that names who said it is theirs. */
const isAttributed = (text: string) => /(?:^|\n)\s*[—–―-]{1,2}\s*\p{L}|^["“„«].*["”“»]$/su.test(text.trim())
