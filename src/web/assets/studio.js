/** Comfort for the lesson editor: the letter follows the typing. Without this file the Preview button does the same. */
const form = document.querySelector('form.editor')
if (form) {
  const frame = form.querySelector('iframe')
  const shown = (name) => form.querySelector(`[data-show="${name}"]`)
  const asOpened = serialised()
  let asking
  let timer
  let saving = false

  for (const button of form.querySelectorAll('[data-preview-button]')) button.hidden = true
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(refresh, 250)
  })
  form.addEventListener('submit', () => {
    saving = true
  })
  document.addEventListener('keydown', (event) => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    form.requestSubmit()
  })
  addEventListener('beforeunload', (event) => {
    if (!saving && serialised() !== asOpened) event.preventDefault()
  })

  function serialised() {
    const values = new FormData(form)
    values.delete('nameless')
    return new URLSearchParams(values).toString()
  }

  async function refresh() {
    asking?.abort()
    asking = new AbortController()
    try {
      const answer = await fetch(form.dataset.preview, {
        method: 'POST',
        body: new URLSearchParams(new FormData(form)),
        headers: { accept: 'application/json' },
        signal: asking.signal,
      })
      if (!answer.ok) throw new Error(String(answer.status))
      show(await answer.json())
    } catch (error) {
      if (error.name === 'AbortError') return
      tell('The preview cannot be made just now. What you write is not touched by this.')
    }
  }

  function show({ preview, problems }) {
    for (const place of form.querySelectorAll('[data-problems]')) {
      const name = place.dataset.problems
      const sentences = problems[name] ?? []
      place.replaceChildren(
        ...sentences.map((sentence) =>
          Object.assign(document.createElement('p'), { className: 'error', textContent: sentence }),
        ),
      )
      const field = form.elements[name]
      if (sentences.length > 0) field?.setAttribute('aria-invalid', 'true')
      else field?.removeAttribute('aria-invalid')
    }
    // While something is wrong the last letter stays; a sentence says that it is the last one.
    if (!preview) return tell('This is the letter as it was before what is marked in the form.')
    tell('')
    for (const name of ['from', 'subject', 'preheader', 'size', 'text'])
      shown(name).textContent = preview[name]
    shown('size').classList.toggle('error', preview.tooLarge)
    const at = frame.contentWindow?.scrollY ?? 0
    frame.addEventListener('load', () => frame.contentWindow?.scrollTo({ top: at, behavior: 'instant' }), {
      once: true,
    })
    frame.srcdoc = preview.document
  }

  function tell(words) {
    shown('trouble').textContent = words
    shown('trouble').hidden = words === ''
  }
}
