import type { CourseOf } from './find-courses.ts'
import type { Speech } from './speech.ts'

/** What happens now in this course, in one sentence. */
export function standing(course: CourseOf, { me, when }: Speech, now: Date): string {
  const says = me.standing
  if (course.unsubscribed_at) return says.left
  if (course.completed_at) return says.done
  if (course.paused_at) return says.paused
  if (course.held_at || !course.next_due_at) return says.held
  if (course.paused_until) return says.pausedUntil(when(course.next_due_at))
  if (course.waitsUntil) return says.waits(when(course.waitsUntil))
  return course.next_due_at <= now ? says.soon : says.next(when(course.next_due_at))
}

/** Whether letters still come, now or after a pause. */
export const isUnderWay = (course: CourseOf) => !course.unsubscribed_at && !course.completed_at
