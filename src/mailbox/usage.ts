/** Mails used per UTC day and month, sent and received together, as Resend counts them. */
export class Usage {
  private readonly counts = new Map<string, number>()

  add(at: string, mails: number): void {
    for (const span of [at.slice(0, 10), at.slice(0, 7)])
      this.counts.set(span, (this.counts.get(span) ?? 0) + mails)
  }

  onDayOf(now: Date): number {
    return this.counts.get(now.toISOString().slice(0, 10)) ?? 0
  }

  inMonthOf(now: Date): number {
    return this.counts.get(now.toISOString().slice(0, 7)) ?? 0
  }
}
