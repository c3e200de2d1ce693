/** The same text with plain apostrophes and spaces, as the expressions of `wording/` expect it; no letter moves. */
export const plain = (text: string) => text.replace(/[’ʼ′]/g, "'").replace(/[\u00a0\u202f\u2007\u2009]/g, ' ')
