import { z } from 'zod'

const LESSONS = 'the number of lessons must be a whole number from 1 to 200'
const MINUTES = 'the minutes must be a number from 0.1 to 120'

/** How an author wants an article cut, wherever that is asked; the sentences are what they see. */
export const splitWish = z.object({
  lessons: z.number(LESSONS).int(LESSONS).min(1, LESSONS).max(200, LESSONS).optional(),
  /** Minutes of reading a lesson should take. */
  minutes: z.number(MINUTES).min(0.1, MINUTES).max(120, MINUTES).optional(),
})

export const isOneWish = ({ lessons, minutes }: z.infer<typeof splitWish>): boolean =>
  lessons === undefined || minutes === undefined

export const ONE_WISH = 'give the lessons or the minutes, not both: each decides how long a lesson is'
