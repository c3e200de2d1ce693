/**
 * Comfort for shaping an article: boundaries are dragged, and the page keeps its place. Everything here presses a button
 * or posts the form that the page has anyway, so without this file the same is done with one page more.
 */
const main = document.querySelector('main')
let asShown = serialised()

main.addEventListener('submit', (event) => {
  const form = event.target
  if (form.id !== 'shape' || event.submitter?.value === 'course') return leave()
  event.preventDefault()
  post(form, event.submitter?.value ?? 'save')
})
addEventListener('beforeunload', (event) => {
  if (asShown !== undefined && serialised() !== asShown) event.preventDefault()
})

function leave() {
  asShown = undefined
}

function serialised() {
  const form = document.getElementById('shape')
  return form ? new URLSearchParams(new FormData(form)).toString() : ''
}

/** Posts the form as pressing a button would, and puts the answer in the place of the page. */
async function post(form, pressed) {
  const body = new URLSearchParams(new FormData(form))
  body.set('do', pressed)
  const focused = document.activeElement?.id
  // Nothing typed while it is away would survive.
  form.inert = true
  try {
    const answer = await fetch(form.action, { method: 'POST', body })
    const html = new DOMParser().parseFromString(await answer.text(), 'text/html')
    if (!html.getElementById('shape')) throw new Error(String(answer.status))
    show(html, pressed, focused)
  } catch {
    // The button itself says best what is wrong: signed out, or nobody there.
    leave()
    form.inert = false
    const hidden = Object.assign(document.createElement('input'), {
      type: 'hidden',
      name: 'do',
      value: pressed,
    })
    form.append(hidden)
    form.submit()
  }
}

function show(html, pressed, focused) {
  const anchor = anchorOf(pressed)
  const before = anchor()?.getBoundingClientRect().top
  main.replaceChildren(...html.querySelector('main').childNodes)
  const alert = main.querySelector('[role=alert], #shape .error')
  asShown = alert ? '' : serialised()
  const after = anchor()?.getBoundingClientRect().top
  if (alert) alert.scrollIntoView({ block: 'center' })
  else if (before !== undefined && after !== undefined) scrollBy({ top: after - before, behavior: 'instant' })
  const [, start] = /^begin (\d+)$/.exec(pressed) ?? []
  const next = start && main.querySelector(`.boundary[data-start="${start}"] button:enabled`)
  ;(document.getElementById(focused) ?? next)?.focus({ preventScroll: true })
}

/** What should stay where it is on the screen: the boundary that is moved, or the text at which one was added or taken. */
function anchorOf(pressed) {
  const [verb, first] = pressed.split(' ')
  if (verb === 'move') return () => main.querySelector(`.boundary[data-index="${first}"]`)
  if (verb === 'begin')
    return () => main.querySelector(`[data-place="${first}"], .boundary[data-start="${first}"]`)
  if (verb !== 'join') return () => main.querySelector('#shape')
  const start = main.querySelector(`.boundary[data-index="${first}"]`)?.dataset.start
  return () => main.querySelector(`.boundary[data-start="${start}"], [data-place="${start}"]`)
}

/** Dragging: the boundary follows the pointer to the nearest place between its two neighbours. */
let drag
main.addEventListener('pointerdown', (event) => {
  const boundary = event.target.closest('.boundary')
  if (!boundary || event.button !== 0 || event.target.closest('button')) return
  event.preventDefault()
  const places = placesFor(boundary)
  if (places.length < 2) return
  boundary.setPointerCapture(event.pointerId)
  drag = { boundary, places, to: boundary, y: event.clientY }
  document.documentElement.classList.add('dragging')
  requestAnimationFrame(scrollAlong)
})
main.addEventListener('pointermove', (event) => {
  if (!drag) return
  drag.y = event.clientY
  aim()
})
main.addEventListener('pointerup', () => drop(true))
main.addEventListener('pointercancel', () => drop(false))
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') drop(false)
})

/** The places in the lesson before and in its own, and the boundary's own place. */
function placesFor(boundary) {
  const part = boundary.closest('.part')
  return [
    ...(part.previousElementSibling?.querySelectorAll('.begin') ?? []),
    boundary,
    ...part.querySelectorAll('.begin'),
  ]
}

function aim() {
  const distance = (place) => {
    const { top, height } = place.getBoundingClientRect()
    return Math.abs(top + height / 2 - drag.y)
  }
  const nearest = drag.places.reduce((a, b) => (distance(b) < distance(a) ? b : a))
  if (nearest === drag.to) return
  drag.to.classList.remove('aimed')
  drag.to = nearest
  nearest.classList.add('aimed')
}

/** Near the edges of the window the page moves along. */
function scrollAlong() {
  if (!drag) return
  const edge = 80
  const beyond = Math.min(0, drag.y - edge) || Math.max(0, drag.y - innerHeight + edge)
  if (beyond) {
    scrollBy({ top: beyond / 6, behavior: 'instant' })
    aim()
  }
  requestAnimationFrame(scrollAlong)
}

function drop(isMeant) {
  if (!drag) return
  const { boundary, to } = drag
  drag = undefined
  document.documentElement.classList.remove('dragging')
  to.classList.remove('aimed')
  if (!isMeant || to === boundary) return
  post(document.getElementById('shape'), `move ${boundary.dataset.index} ${to.dataset.place}`)
}
