/**
 * Footnotes as pages and Word documents have them: a number that leads down to a text which leads back up. Number and
 * text become elements of their own, `x-mark` and `x-note`, so that each lesson can take its notes along.
 */
export function markNotes(document: Document): void {
  let count = 0
  for (const link of document.querySelectorAll('a[href^="#"]')) {
    const id = (link.getAttribute('href') ?? '').slice(1)
    const target = id && document.getElementById(id)
    if (!target || !MARK.test((link.textContent ?? '').trim()) || isBackLink(link)) continue
    const text = textOf(target)
    if (!text || text.contains(link)) continue
    count += 1
    const label = `${count}`
    takeBackLinks(text)
    const note = document.createElement('x-note')
    note.setAttribute('label', label)
    note.append(...text.childNodes)
    place(note, text)
    const mark = document.createElement('x-mark')
    mark.setAttribute('label', label)
    mark.textContent = (link.textContent ?? '').trim().replace(/[[\]]/g, '')
    const whole =
      link.parentElement?.localName === 'sup' && link.parentElement.children.length === 1
        ? link.parentElement
        : link
    whole.replaceWith(mark)
  }
}

/** A note of a list is set beside the list, and the list goes when it was all notes. */
function place(note: Element, text: Element): void {
  const list = text.localName === 'li' ? text.closest('ol,ul') : null
  if (!list) {
    text.append(note)
    return
  }
  list.parentElement?.insertBefore(note, list)
  text.remove()
  if (!list.querySelector('li')) list.remove()
}

const MARK = /^\[?(?:\d{1,3}|[ivx]{1,4}|[a-z]|[*†‡§]{1,3})\]?$/
const BACK = /^[^\p{L}\p{N}]*(?:\d{1,3}|back|zurück|retour|volver)?[^\p{L}\p{N}]*$/iu

/** A link within a note leads up to its number, and is no number itself. */
const isBackLink = (link: Element) =>
  /(?:ref|anchor|back|src)[-_:]?\w*\d*$/i.test((link.getAttribute('href') ?? '').replace(/\d+$/, ''))

/** The item, paragraph or box that the address of a note leads to or into. */
function textOf(target: Element): Element | undefined {
  const names = /^(?:li|p|dd|div|section|aside|td)$/
  let element: Element | null = target
  while (element && !names.test(element.localName)) element = element.parentElement
  // A box of the number alone stands beside the text.
  if (element && (element.textContent ?? '').trim().length < 5) element = element.parentElement
  return element && element.localName !== 'body' ? element : undefined
}

function takeBackLinks(text: Element): void {
  for (const link of text.querySelectorAll('a[href^="#"]'))
    if (BACK.test((link.textContent ?? '').trim())) link.remove()
}
