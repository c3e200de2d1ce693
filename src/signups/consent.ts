/** What the form says before somebody joins. Kept with every signup; change the wording and the version together. */
export const FORM_VERSION = '2026-11-23'
export const CONSENT_WORDING =
  'Send me this course by e-mail, one letter a day at the hour I chose. I can pause or stop in any letter. ' +
  'When I reply, only the people who write this course read it; it is kept encrypted.'
