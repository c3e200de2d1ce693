import type { Labelled } from './read-sentences.ts'

export interface Measured extends Labelled {
  found: boolean
  because: string[]
}

export interface Score {
  /** Sentences that a person should see, and how many of them were raised. */
  care: number
  raised: number
  /** Sentences that are harmless, and how many were raised all the same. */
  harmless: number
  falselyRaised: number
}

export const AIM = { recall: 0.95, falseAlarms: 0.1 }

export function measure(
  sentences: Labelled[],
  find: (text: string) => { care: boolean; because: string[] },
): Measured[] {
  return sentences.map((sentence) => {
    const { care, because } = find(sentence.text)
    return { ...sentence, found: care, because }
  })
}

export function scoreOf(measured: Measured[]): Score {
  const care = measured.filter((sentence) => sentence.care)
  const harmless = measured.filter((sentence) => !sentence.care)
  return {
    care: care.length,
    raised: care.filter(({ found }) => found).length,
    harmless: harmless.length,
    falselyRaised: harmless.filter(({ found }) => found).length,
  }
}

/** Of those that a person should see, the share raised; undefined if there is none. */
export const recallOf = ({ care, raised }: Score) => (care > 0 ? raised / care : undefined)

/** Of the harmless ones, the share raised. */
export const falseAlarmsOf = ({ harmless, falselyRaised }: Score) =>
  harmless > 0 ? falselyRaised / harmless : undefined
