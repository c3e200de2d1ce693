// A sign-up form on any page: <script src="https://…/embed.js" data-course="slug" data-accent="#a2432a" async></script>
;(async () => {
  const script = document.currentScript
  const { course, accent } = script.dataset
  const at = (path) => new URL(path, script.src).href
  const ask = async () => (await fetch(at(`courses/${course}/form`))).json()
  const form = await ask()
  const { words } = form
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'open' })

  const el = (tag, attributes, ...children) => {
    const node = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) if (value != null) node.setAttribute(name, value)
    node.append(...children)
    return node
  }
  const line = (name, label, input) =>
    el('p', {}, el('label', { for: name }, label), input, el('small', { id: `${name}-error`, role: 'alert' }))
  const input = (name, label, more) => line(name, label, el('input', { id: name, name, ...more }))
  const select = (name, label, options, chosen) => {
    const list = el(
      'select',
      { id: name, name },
      ...options.map(([value, text]) => el('option', { value }, text)),
    )
    list.value = chosen
    return line(name, label, list)
  }

  const colour = /^#[\da-f]{6}$/i.test(accent ?? '') ? accent : form.accent
  const [r, g, b] = [1, 3, 5].map((from) => parseInt(colour.slice(from, from + 2), 16))
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`:host{display:block;max-width:32em}p{margin:0 0 1em}label{display:block;font-weight:600}fieldset{border:0;padding:0;margin:0 0 1em}
fieldset label{display:inline-block;font-weight:400;margin-inline-end:1em}input,select,button{font:inherit;color:inherit;box-sizing:border-box}
input:not([type=checkbox]),select{width:100%;padding:.5em;background:transparent;border:1px solid;border-radius:3px}option{background:Canvas;color:CanvasText}
[aria-invalid]{border-width:2px!important}small:empty{display:none}small{display:block;font-weight:600}.hp{position:absolute;left:-9999px}
button{font-weight:600;border:0;border-radius:3px;padding:.7em 1.4em;cursor:pointer;background:${colour};color:${r * 0.3 + g * 0.6 + b * 0.1 > 150 ? '#000' : '#fff'}}
:focus-visible{outline:2px solid ${colour};outline-offset:2px}.hint{font-size:.9em}`)
  root.adoptedStyleSheets = [sheet]

  const clock = new Intl.DateTimeFormat(form.locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' })
  const times = Array.from({ length: 48 }, (_, i) => `${`${i >> 1}`.padStart(2, 0)}:${i % 2 ? '30' : '00'}`)
  if (!times.includes(form.send_time)) times.push(form.send_time)
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const zones = new Set([zone, ...(Intl.supportedValuesOf?.('timeZone') ?? [])])
  const button = el('button', {}, words.send)
  const status = el('p', { class: 'hint', role: 'status' }, words.asksFirst)
  const box = el(
    'form',
    { novalidate: '', lang: form.language, dir: form.dir, 'aria-label': form.title },
    input('email', words.email, { type: 'email', autocomplete: 'email', required: '' }),
    input('first_name', words.firstName, { autocomplete: 'given-name', maxlength: 40 }),
    select(
      'send_time',
      words.sendTime,
      times.sort().map((t) => [t, clock.format(new Date(`2024-01-01T${t}Z`))]),
      form.send_time,
    ),
    select(
      'timezone',
      words.timezone,
      [...zones].map((name) => [name, name.replaceAll('_', ' ')]),
      zone,
    ),
    ...(form.pace
      ? [
          select('every_days', words.pace, form.pace.every_days, form.pace.every_days[0][0]),
          el(
            'fieldset',
            {},
            el('legend', {}, words.weekdays),
            ...form.pace.weekdays.map(([value, text]) =>
              el('label', {}, el('input', { type: 'checkbox', name: 'weekdays', value, checked: '' }), text),
            ),
          ),
        ]
      : []),
    el(
      'p',
      { class: 'hp', 'aria-hidden': 'true' },
      el('input', { name: 'website', tabindex: -1, autocomplete: 'off' }),
    ),
    el('p', { class: 'hint' }, form.consent),
    el('p', {}, button),
    el('small', { id: 'form-error', role: 'alert' }),
    status,
  )
  root.append(box)
  script.after(host)

  // The number whose hash was asked for: what costs a reader's machine a moment costs a spammer's a week.
  let proof
  const prove = async ({ challenge, salt, maxnumber, ...rest }) => {
    for (let from = 0; crypto.subtle && from <= maxnumber; from += 250) {
      const hashes = await Promise.all(
        Array.from({ length: 250 }, (_, i) =>
          crypto.subtle.digest('SHA-256', new TextEncoder().encode(salt + (from + i))),
        ),
      )
      const found = hashes.findIndex(
        (hash) =>
          challenge === Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, 0)).join(''),
      )
      if (found >= 0) return btoa(JSON.stringify({ ...rest, challenge, salt, number: from + found }))
    }
  }
  box.addEventListener('focusin', () => (proof ??= prove(form.challenge)))

  let insist = ''
  box.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (button.disabled) return
    const fields = new FormData(box)
    for (const small of root.querySelectorAll('small')) small.textContent = ''
    for (const bad of root.querySelectorAll('[aria-invalid]')) bad.removeAttribute('aria-invalid')
    button.disabled = true
    status.textContent = words.sending
    const say = { course, insist, opened: form.opened, source_url: location.origin + location.pathname }
    try {
      const altcha = await (proof ?? prove(form.challenge))
      const answer = await fetch(at('signups'), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          ...Object.fromEntries(fields),
          weekdays: fields.getAll('weekdays'),
          altcha,
          ...say,
        }),
      })
      if (answer.ok) {
        const heading = el('h2', { tabindex: -1 }, words.look)
        box.replaceChildren(heading, el('p', {}, words.lookText))
        return heading.focus()
      }
      const { problems, did_you_mean, opened } = await answer.json()
      form.opened = opened
      insist = did_you_mean ? fields.get('email').trim().toLowerCase() : ''
      for (const [name, text] of Object.entries(problems)) {
        const field = root.getElementById(name)
        field?.setAttribute('aria-invalid', 'true')
        field?.setAttribute('aria-describedby', `${name}-error`)
        const small = root.getElementById(`${name}-error`) ?? root.getElementById('form-error')
        small.textContent = did_you_mean ? `${text} ${words.keepMine}` : text
      }
      root.querySelector('[aria-invalid]')?.focus()
      proof = ask().then(({ challenge }) => prove(challenge))
    } catch {
      root.getElementById('form-error').textContent = words.tryLater
    }
    status.textContent = words.asksFirst
    button.disabled = false
  })
})()
