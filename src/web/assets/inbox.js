/** Comfort for the inbox: keys, and who else is at this reply. Without this file links and buttons do the same. */
const reply = document.querySelector('[data-presence]')
const box = document.querySelector('[data-answer] textarea')
const help = document.querySelector('dialog[data-keys]')
const links = [...document.querySelectorAll('[data-inbox] a')]

const follow = (rel) => document.querySelector(`a[rel="${rel}"]`)?.click()
const press = (key) => document.querySelector(`form[data-key="${key}"] button`)?.click()

function step(by) {
  if (links.length === 0) return follow(by > 0 ? 'next' : 'prev')
  const at = links.indexOf(document.activeElement)
  const to = at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by
  links[Math.max(0, Math.min(links.length - 1, to))].focus()
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  r: () => box?.focus(),
  e: () => press('e'),
  a: () => press('a'),
  '/': () => {
    const words = document.querySelector('#words')
    if (words) words.focus()
    else location.href = '/admin/replies#words'
  },
  '?': () => help?.showModal(),
}

document.addEventListener('keydown', (event) => {
  const { target, key } = event
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help?.open) return
  if (target.closest('input, textarea, select, [contenteditable]')) {
    if (key === 'Escape') target.blur()
    return
  }
  if (!Object.hasOwn(KEYS, key)) return
  event.preventDefault()
  KEYS[key]()
})

if (location.hash === '#words') document.querySelector('#words')?.focus()

if (box) {
  const before = box.defaultValue
  let sending = false
  box.form.addEventListener('submit', () => {
    sending = true
  })
  addEventListener('beforeunload', (event) => {
    if (!sending && box.value !== before && box.value.trim() !== '') event.preventDefault()
  })
}

if (reply) {
  const tell = (state) => {
    const body = new URLSearchParams({ state })
    return fetch(reply.dataset.presence, { method: 'POST', body, keepalive: state === 'gone' })
  }
  let wrote = 0
  let told = ''
  const isWriting = () => box && Date.now() - wrote < 60_000

  const beat = async () => {
    if (document.visibilityState === 'hidden') return
    told = isWriting() ? 'writing' : 'reading'
    try {
      const answer = await tell(told)
      if (!answer.ok) return
      const { present } = await answer.json()
      const words = present.map(({ admin, writing }) =>
        writing ? `${admin} is writing an answer.` : `${admin} has it open.`,
      )
      if (reply.textContent !== words.join(' ')) reply.textContent = words.join(' ')
    } catch {
      // The next beat may get through.
    }
  }
  box?.addEventListener('input', () => {
    wrote = Date.now()
    if (told !== 'writing') beat()
  })
  addEventListener('pagehide', () => tell('gone').catch(() => {}))
  document.addEventListener('visibilitychange', beat)
  setInterval(beat, 15_000)
  beat()
}
