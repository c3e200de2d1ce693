/** Words in a row that have to agree before anything is taken for quoted. */
const SEED = 3
/** How many words of the original a quotation may leave out, or change, and still go on. */
const SKIP = 6

/**
 * Which words of a message also stand in the text that was sent, in the same order for at least three in a row; small
 * gaps with as many words changed on either side are bridged. Takes time in proportion to both.
 * @returns for each word of the message its place in the sent text, or -1
 */
export function alignWords(message: string[], sent: string[]): Int32Array {
  const places = new Int32Array(message.length).fill(-1)
  const seeds = seedsOf(sent)
  let expected = -1
  for (let at = 0; at < message.length; ) {
    if (expected >= 0 && expected < sent.length && message[at] === sent[expected]) {
      places[at] = expected
      at += 1
      expected += 1
      continue
    }
    const seed = seeds.get(message.slice(at, at + SEED).join(' '))
    if (seed !== undefined && at + SEED <= message.length) {
      const place = nearest(seed, expected)
      for (let word = 0; word < SEED; word += 1) places[at + word] = place + word
      expected = place + SEED
      at += SEED
      continue
    }
    // A word further on in the original: something was left out.
    const skipped = expected < 0 ? -1 : aheadOf(sent, expected, message, at)
    if (skipped >= 0) {
      places[at] = skipped
      expected = skipped + 1
    } else if (expected >= 0 && !nearFollows(message, at, sent, expected)) expected = -1
    at += 1
  }
  return places
}

function seedsOf(sent: string[]): Map<string, number[]> {
  const seeds = new Map<string, number[]>()
  for (let at = 0; at + SEED <= sent.length; at += 1) {
    const key = sent.slice(at, at + SEED).join(' ')
    const known = seeds.get(key)
    if (!known) seeds.set(key, [at])
    else if (known.length < 50) known.push(at)
  }
  return seeds
}

const nearest = (places: number[], expected: number) =>
  expected < 0
    ? places[0]!
    : places.reduce((best, place) => (Math.abs(place - expected) < Math.abs(best - expected) ? place : best))

/** Where two words of the message go on in the original, a little ahead. */
function aheadOf(sent: string[], expected: number, message: string[], at: number): number {
  for (let place = expected + 1; place <= expected + SKIP && place < sent.length; place += 1)
    if (sent[place] === message[at] && sent[place + 1] === message[at + 1]) return place
  return -1
}

/** Whether the original goes on within a few words of the message, so that the place is worth keeping. */
function nearFollows(message: string[], at: number, sent: string[], expected: number): boolean {
  for (let ahead = 1; ahead <= SKIP; ahead += 1)
    for (let place = expected; place <= expected + SKIP; place += 1)
      if (message[at + ahead] === sent[place] && message[at + ahead + 1] === sent[place + 1]) return true
  return false
}
