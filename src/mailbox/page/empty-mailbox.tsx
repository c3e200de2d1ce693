/** The first thing a newcomer sees: what will happen here, and where to start it. */
export function EmptyMailbox({ courseUrl, adminUrl }: { courseUrl?: string; adminUrl?: string }) {
  return (
    <main id="letter" className="empty">
      <h2>No letters yet</h2>
      <p>
        Sign up for a course with any address you like, even one that does not exist. The confirmation letter
        arrives here, then a lesson a day; turn the days with the button above, and answer a lesson as a
        reader would.
      </p>
      {courseUrl && (
        <p>
          <a className="button" href={courseUrl}>
            Sign up for the course
          </a>
        </p>
      )}
      {adminUrl && (
        <p>
          or look at it <a href={adminUrl}>as the author, in the studio</a>.
        </p>
      )}
    </main>
  )
}
