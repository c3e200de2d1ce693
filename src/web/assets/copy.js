// A button beside what is to be copied; without it, the text is selected and copied by hand.
for (const button of document.querySelectorAll('button[data-copy]')) {
  const text = document.getElementById(button.dataset.copy)
  text.addEventListener('focus', () => text.select())
  if (!navigator.clipboard) continue
  button.hidden = false
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text.value)
    button.textContent = 'Copied'
  })
}
