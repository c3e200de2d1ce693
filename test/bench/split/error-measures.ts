/**
 * Pk (Beeferman, Berger and Lafferty 1999) and WindowDiff (Pevzner and Hearst 2002): the share of windows in which a
 * split and its reference disagree. 0 is the reference itself; lower is better. A split is the lengths of its parts in
 * units (here sentences), so that two splits of one text have the same sum.
 */
export type Lengths = readonly number[]

/** Half the mean length of the reference's parts, as both papers have it, and never less than 1. */
export function windowOf(reference: Lengths): number {
  return Math.max(1, Math.round(sum(reference) / reference.length / 2))
}

/** Whether the two ends of a window lie in one part: where the two splits say otherwise, they disagree. */
export function pk(reference: Lengths, split: Lengths, window = windowOf(reference)): number {
  return disagreement(reference, split, window, (a, b) => (a === 0) !== (b === 0))
}

/** How many boundaries a window has: where the two splits count otherwise, they disagree. */
export function windowDiff(reference: Lengths, split: Lengths, window = windowOf(reference)): number {
  return disagreement(reference, split, window, (a, b) => a !== b)
}

function disagreement(
  reference: Lengths,
  split: Lengths,
  window: number,
  differ: (inReference: number, inSplit: number) => boolean,
): number {
  if (sum(reference) !== sum(split))
    throw new Error(`The splits are of ${sum(reference)} and ${sum(split)} units; they must be of one text.`)
  const a = partOfEach(reference)
  const b = partOfEach(split)
  const windows = a.length - window
  if (windows <= 0) return 0
  let wrong = 0
  for (let i = 0; i < windows; i += 1) if (differ(a[i + window]! - a[i]!, b[i + window]! - b[i]!)) wrong += 1
  return wrong / windows
}

const partOfEach = (lengths: Lengths) =>
  lengths.flatMap((length, part) => new Array<number>(length).fill(part))
const sum = (numbers: Lengths) => numbers.reduce((a, b) => a + b, 0)
