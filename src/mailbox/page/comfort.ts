/**
 * Comfort only; everything works without it. The letter's frame grows to fit, an opened letter loses its "new" mark
 * (a GET may not do that), buttons say that they are busy, and letters that arrive meanwhile are announced.
 */
export const comfort = `
(() => {
  const base = document.body.dataset.base
  const letter = document.querySelector('[data-mail]')
  const isReading = letter && (document.body.className === 'reading' || innerWidth > 760)
  if (isReading) fetch(base + '/mails/' + letter.dataset.mail + '/seen', { method: 'POST', keepalive: true })

  const sheet = document.getElementById('sheet')
  const fit = () => {
    const body = sheet.contentDocument && sheet.contentDocument.documentElement
    if (!body) return
    sheet.style.height = '0'
    sheet.style.height = body.scrollHeight + 2 + 'px'
  }
  if (sheet && sheet.tagName === 'IFRAME') {
    sheet.addEventListener('load', fit)
    addEventListener('resize', fit)
    if (sheet.contentDocument && sheet.contentDocument.readyState === 'complete') fit()
  }

  for (const form of document.forms)
    form.addEventListener('submit', () => {
      const button = form.querySelector('[data-busy]')
      if (button) setTimeout(() => { button.textContent = button.dataset.busy; button.disabled = true })
    })
  addEventListener('pageshow', (event) => { if (event.persisted) location.reload() })
  const words = document.getElementById('words')
  if (words)
    words.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) words.form.requestSubmit()
    })

  document.querySelector('.bar .button')?.addEventListener('click', () => words.focus({ preventScroll: true }))

  const known = Number(document.body.dataset.sent)
  const arrival = document.getElementById('arrival')
  const ask = async () => {
    if (document.hidden) return
    const answer = await fetch(base + '/pulse').then((r) => r.json()).catch(() => null)
    if (!answer || answer.sent === known) return
    clearInterval(asking)
    if (!letter) return location.reload()
    const link = document.createElement('a')
    link.href = base || '/'
    link.textContent = 'A new letter has arrived. Show it'
    arrival.className = 'notice'
    arrival.append(link)
  }
  const asking = setInterval(ask, 2000)
})()
`
