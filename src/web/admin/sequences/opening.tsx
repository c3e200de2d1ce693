/** Whether readers can sign up, and the button that changes it. Readers under way are not touched either way. */
export function Opening({ at, slug, openedAt }: { at: string; slug: string; openedAt: Date | null }) {
  if (openedAt)
    return (
      <form method="post" action={`${at}/close`} className="opening muted">
        <span>
          Open for sign-ups at <a href={`/courses/${slug}`}>/courses/{slug}</a>.
        </span>{' '}
        <button type="submit" className="link">
          Close for sign-ups
        </button>
      </form>
    )
  return (
    <form method="post" action={`${at}/open`} className="notice opening">
      <p>Not open yet: readers cannot see this course or sign up for it.</p>
      <button type="submit">Open for sign-ups</button>
    </form>
  )
}
