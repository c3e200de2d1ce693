/**
 * What stands in `enrollments.held_reason` while a person has to look at a reply first. It says nothing of why. Only
 * whoever may read replies ends such a hold, beside the reply (`replies/resume-after-care`).
 */
export const HELD_FOR_CARE = 'care'
