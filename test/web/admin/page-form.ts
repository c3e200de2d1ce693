import { parseHTML } from 'linkedom'
import { unescaped } from './studio-for-tests.ts'

/** What a browser would send for the form with this action or id, as it stands: what is ticked, chosen and filled in. */
export function pageForm(html: string, form: { id: string } | { action: string }): Record<string, string> {
  const { document } = parseHTML(html)
  const found =
    'id' in form ? document.getElementById(form.id) : document.querySelector(`form[action="${form.action}"]`)
  if (!found) throw new Error(`no form for ${JSON.stringify(form)}`)
  const values: Record<string, string> = {}
  // linkedom leaves what is in a textarea as it stands in the source.
  for (const field of found.querySelectorAll('input[name], textarea[name], select[name]')) {
    const name = field.getAttribute('name')!
    const type = field.getAttribute('type')
    if ((type === 'radio' || type === 'checkbox') && !field.hasAttribute('checked')) continue
    if (type === 'file') continue
    values[name] =
      field.localName === 'textarea'
        ? unescaped(field.textContent ?? '')
        : field.localName === 'select'
          ? (field.querySelector('option[selected]')?.getAttribute('value') ?? '')
          : (field.getAttribute('value') ?? '')
  }
  return values
}

/** The value of the button with this id, or undefined where it is not offered. */
export function buttonOf(html: string, id: string): string | undefined {
  const button = parseHTML(html).document.getElementById(id)
  return button && !button.hasAttribute('disabled') ? (button.getAttribute('value') ?? '') : undefined
}
