// The browser knows its time zone; the reader may still choose another. Without this script they simply choose.
const select = document.querySelector('select[data-detect]')
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
if (select && zone && !select.value) {
  if (![...select.options].some((option) => option.value === zone)) select.add(new Option(zone, zone))
  select.value = zone
}

// A proof of work instead of a riddle: begun when somebody turns to the form, sent with it, and no more than a
// courtesy, since the form is taken without it too (under stricter limits).
const form = document.querySelector('form[data-signup]')
if (form) {
  let proof
  form.addEventListener('focusin', () => (proof ??= prove()))
  form.addEventListener('submit', async (event) => {
    if (!globalThis.crypto?.subtle) return
    event.preventDefault()
    if (form.ariaBusy === 'true') return
    form.ariaBusy = 'true'
    form.querySelector('[aria-live]').textContent = form.dataset.sending
    const { submitter } = event
    add('altcha', (await (proof ?? prove())) ?? '')
    // Sent by hand, the form leaves out the button that was pressed.
    if (submitter?.name) add(submitter.name, submitter.value)
    form.submit()
  })
  // Back from the next page, the proof is spent.
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload())
}

function add(name, value) {
  form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
}

async function prove() {
  try {
    const answer = await fetch(`/courses/${form.dataset.signup}/form`)
    const { challenge, salt, maxnumber, ...rest } = (await answer.json()).challenge
    for (let from = 0; from <= maxnumber; from += 250) {
      const hashes = await Promise.all(
        Array.from({ length: 250 }, (_, i) =>
          crypto.subtle.digest('SHA-256', new TextEncoder().encode(salt + (from + i))),
        ),
      )
      const found = hashes.findIndex((hash) => hexOf(hash) === challenge)
      if (found >= 0) return btoa(JSON.stringify({ ...rest, challenge, salt, number: from + found }))
    }
  } catch {
    // The form goes without.
  }
}

function hexOf(hash) {
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
