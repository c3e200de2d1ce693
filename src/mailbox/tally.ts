import type { AcceptedEmail } from './email.ts'

export interface TallySummary {
  total: number
  /** Different values of the tag `delivery` among the accepted mails. */
  distinct: number
  /** How many of those were accepted more than once: each is a mail somebody got twice. */
  repeated: number
  /** Up to twenty of the repeated ones, to look into. */
  repeats: string[]
  untagged: number
}

/** Counts accepted mails by their `delivery` tag, so that a bench can prove none was doubled or lost. */
export class Tally {
  private readonly byDelivery = new Map<string, number>()
  private untagged = 0

  count(email: AcceptedEmail): void {
    const delivery = email.tags.find((tag) => tag.name === 'delivery')?.value
    if (delivery === undefined) this.untagged += 1
    else this.byDelivery.set(delivery, (this.byDelivery.get(delivery) ?? 0) + 1)
  }

  summary(): TallySummary {
    let total = this.untagged
    const repeats: string[] = []
    for (const [delivery, times] of this.byDelivery) {
      total += times
      if (times > 1) repeats.push(delivery)
    }
    return {
      total,
      distinct: this.byDelivery.size,
      repeated: repeats.length,
      repeats: repeats.slice(0, 20),
      untagged: this.untagged,
    }
  }
}
