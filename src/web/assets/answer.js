// What is typed stays on this device until it is sent. Without this script, or without storage, it is simply typed.
const box = document.querySelector('textarea[data-draft]')
const key = `draft:${location.pathname}`
try {
  if (document.querySelector('[data-sent]')) localStorage.removeItem(key)
  if (box) {
    box.value ||= localStorage.getItem(key) ?? ''
    box.addEventListener('input', () => localStorage.setItem(key, box.value))
    document.querySelector('[data-draft-note]')?.removeAttribute('hidden')
  }
} catch {
  // Storage is off or full.
}
