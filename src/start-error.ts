/**
 * Something a person has to change before Lettercourse can start. The message is one sentence that says
 * what is wrong and what to do; entry points print it without a stack and exit with 1.
 */
export class StartError extends Error {
  override name = 'StartError'
}
