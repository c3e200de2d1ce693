const DONE: Record<string, string> = {
  answered: 'Your answer is on its way.',
  closed: 'It is closed.',
  'in-care': 'It is in care, and is not closed from under it: say there first that it is seen to.',
  'in-care-unread':
    'They wrote another reply marked care that nobody has opened yet: please read that first. The course is still held.',
  reopened: 'It is open again.',
  care: 'It is marked care no longer.',
  'not-held': 'Nothing of theirs was held for care.',
  resumed: 'Their course goes on, at their next send time.',
  attached: 'It is theirs now.',
  'not-apart': 'It is set apart no longer: somebody has said whose it is.',
  assigned: 'It is known who looks after it.',
  noted: 'The note is kept.',
  snoozed: 'It sleeps until then.',
  woken: 'It is awake.',
}

/** What `?done=` stands for; nothing where it is none of ours. */
export const whatWasDone = (done: string | undefined): string | undefined =>
  done !== undefined && Object.hasOwn(DONE, done) ? DONE[done] : undefined
