const KEYS = [
  ['j, k', 'next, previous'],
  ['r', 'write an answer'],
  ['e', 'close, or open again'],
  ['a', 'I look after it'],
  ['/', 'search'],
  ['?', 'these keys'],
] as const

/** Opened by the script alone: without it there are no keys to tell of. */
export function KeyHelp() {
  return (
    <dialog data-keys aria-label="Keys">
      <dl className="facts">
        {KEYS.map(([key, does]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit" className="quiet">
          Good
        </button>
      </form>
    </dialog>
  )
}
