/** The first thing a newcomer sees: what will happen here, and where to start it. */
export function EmptyMailbox(props: { courseUrl?: string; adminUrl?: string; canTurn: boolean }) {
  const { courseUrl, adminUrl, canTurn } = props
  return (
    <div id="letter" className="empty">
      <h2>No letters yet</h2>
      <p>
        Sign up for a course with any address you like, even one that does not exist. The confirmation letter
        arrives here, then a lesson a day.{canTurn && ' The button above turns the days.'} Answer a lesson as
        a reader would, and the author has mail.
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
    </div>
  )
}
