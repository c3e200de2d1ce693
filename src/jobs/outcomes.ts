/**
 * Thrown by a job's handler: not now, but again after this many milliseconds, without counting as one of its
 * attempts. For a limit or a quota that somebody else sets.
 */
export class TryLater extends Error {
  override name = 'TryLater'
  readonly milliseconds: number
  constructor(milliseconds: number, message = `again in ${milliseconds} ms`) {
    super(message)
    this.milliseconds = milliseconds
  }
}

/** Thrown by a job's handler: trying again cannot help. */
export class GiveUp extends Error {
  override name = 'GiveUp'
}
