const format = (options: Intl.DateTimeFormatOptions) => {
  const formatter = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })
  return (date: Date) => formatter.format(date)
}

/** Tuesday 24 November 2026 */
export const longDay = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
/** 24 Nov */
export const shortDay = format({ day: 'numeric', month: 'short' })
/** 09:00 */
export const clock = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
