const DONE: Record<string, string> = {
  answered: 'Your answer is on its way.',
  closed: 'It is closed.',
  reopened: 'It is open again.',
  care: 'It is marked care no longer.',
  resumed: 'Their course goes on, at their next send time.',
  attached: 'It is theirs now.',
  assigned: 'It is known who looks after it.',
  noted: 'The note is kept.',
  snoozed: 'It sleeps until then.',
  woken: 'It is awake.',
}

/** What `?done=` stands for; nothing where it is none of ours. */
export const whatWasDone = (done: string | undefined): string | undefined =>
  done !== undefined && Object.hasOwn(DONE, done) ? DONE[done] : undefined
