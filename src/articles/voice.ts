import { languageOf } from './language.ts'
import type { Block } from './outline.ts'
import { plain } from './plain-words.ts'
import { isAQuestion } from './questions.ts'
import { termsOf } from './terms.ts'
import { subjectsIn } from './find-subjects.ts'
import type { Subject, Wording } from './wording/wording.ts'
import { wordingOf } from './wording/wording-of.ts'

/** How an article speaks. It is heard in the whole of it, as one lesson may be too short to tell. */
export interface Voice {
  language: string | undefined
  wording: Wording | undefined
  /** It says Sie, usted or vous to its reader, not du, tú or tu. */
  isFormal: boolean
  /** Its headings, or paragraphs of one line, are questions put to its author: an interview, or an FAQ. */
  isQuestioned: boolean
  /** How often each term occurs in it, and how many there are. */
  terms: Map<string, number>
  size: number
  /** What the whole of it is about, the clearest first. */
  subjects: Subject[]
  /** Words that it writes with a capital only, and not just where a sentence begins. */
  names: ReadonlySet<string>
}

/** Listens to all blocks of an article. */
export function voiceOf(blocks: Block[]): Voice {
  const prose = blocks.filter(({ kind }) => PROSE.has(kind))
  const text = prose.map((block) => block.text).join('\n')
  const language = languageOf(text)
  const wording = wordingOf(language)
  const terms = new Map<string, number>()
  let size = 0
  for (const term of termsOf(text, language)) {
    if (term === undefined) continue
    terms.set(term, (terms.get(term) ?? 0) + 1)
    size += 1
  }
  return {
    language,
    wording,
    isFormal: isFormal(plain(text), wording),
    isQuestioned: isQuestioned(blocks),
    terms,
    size,
    subjects: wording?.subjects
      ? subjectsIn(text.slice(0, ENOUGH), wording.subjects)
          .filter(({ isClear }) => isClear)
          .map(({ subject }) => subject)
      : [],
    names: namesIn(text),
  }
}

function namesIn(text: string): Set<string> {
  const small = new Set(text.match(/(?<![\p{L}\p{N}])\p{Ll}\p{L}*/gu))
  const capital = text.match(/(?<=[\p{Ll},;] )\p{Lu}\p{L}*/gu) ?? []
  return new Set(capital.filter((word) => !small.has(word.toLowerCase())))
}

/** Characters that show what an article is about. */
const ENOUGH = 60_000

const PROSE = new Set<Block['kind']>(['paragraph', 'list', 'item', 'quote'])

function isFormal(text: string, wording: Wording | undefined): boolean {
  if (!wording?.formal || !wording.familiar) return false
  return count(text, wording.formal) > count(text, wording.familiar)
}

/** How often `expression` matches. */
export const count = (text: string, expression: RegExp | undefined) =>
  expression ? (text.match(new RegExp(expression.source, `${expression.flags}g`))?.length ?? 0) : 0

function isQuestioned(blocks: Block[]): boolean {
  const share = (some: Block[]) => {
    const asked = some.filter((block) => isAQuestion(block.text)).length
    return asked >= 3 ? asked / some.length : 0
  }
  const headings = blocks.filter(({ kind }) => kind === 'heading')
  const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph')
  return share(headings) >= 0.5 || share(paragraphs) >= 0.2
}
