import type { Revision } from '../../../sequences/sequence.ts'
import { consentFor } from '../../../signups/consent.ts'
import { wordsFor } from '../../../words/words.ts'

/** One zone for each way of keeping time that many people live by; the list of all would be longer than their page. */
const ZONES = [
  ...['Pacific/Honolulu', 'America/Anchorage', 'America/Los_Angeles', 'America/Phoenix', 'America/Denver'],
  ...['America/Chicago', 'America/Mexico_City', 'America/New_York', 'America/Bogota', 'America/Halifax'],
  ...['America/Santiago', 'America/St_Johns', 'America/Sao_Paulo', 'America/Argentina/Buenos_Aires'],
  ...['Europe/London', 'Europe/Lisbon', 'Africa/Lagos', 'Europe/Berlin', 'Europe/Madrid', 'Europe/Paris'],
  ...['Africa/Johannesburg', 'Africa/Cairo', 'Europe/Athens', 'Asia/Jerusalem', 'Europe/Istanbul'],
  ...['Africa/Nairobi', 'Asia/Tehran', 'Asia/Dubai', 'Asia/Karachi', 'Asia/Kolkata', 'Asia/Kathmandu'],
  ...['Asia/Dhaka', 'Asia/Bangkok', 'Asia/Singapore', 'Asia/Shanghai', 'Asia/Manila', 'Australia/Perth'],
  ...['Asia/Tokyo', 'Australia/Adelaide', 'Australia/Brisbane', 'Australia/Sydney', 'Pacific/Auckland'],
]

/** HTML for any page, in the course's language: it posts to us, and the answer is our own page. */
export function plainForm(course: Revision, publicUrl: string): string {
  const words = wordsFor(course.language).signup
  const zones = ZONES.map(
    (zone) => `      <option value="${zone}">${zone.split('/').at(-1)!.replaceAll('_', ' ')}</option>`,
  )
  return `<form method="post" action="${publicUrl}/signups" lang="${course.language}">
  <input type="hidden" name="course" value="${course.slug}">
  <p><label>${words.email}<br><input type="email" name="email" autocomplete="email" required></label></p>
  <p><label>${words.firstName}<br><input name="first_name" autocomplete="given-name" maxlength="40"></label></p>
  <p><label>${words.sendTime}<br><input type="time" name="send_time" value="${course.sendTime}"></label></p>
  <p><label>${words.timezone}<br>
    <select name="timezone" required>
      <option value="">${words.chooseZone}</option>
${zones.join('\n')}
    </select></label></p>
  <p hidden><input name="website" tabindex="-1" autocomplete="off"></p>
  <p><small>${escaped(consentFor(course))}</small></p>
  <p><button>${words.send}</button></p>
</form>`
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
