import { Heading, Text } from 'react-email'
import { QuietLink, Rule } from './components/footer.tsx'
import { Letter } from './components/letter.tsx'
import { light } from './components/look.ts'
import * as type from './components/type.ts'

/** One course in one week, in numbers. */
export interface CourseWeek {
  title: string
  signups: number
  confirmed: number
  underWay: number
  lessonsDelivered: number
  repliesNew: number
  repliesWaiting: number
  /** The day the oldest unanswered reply came in, such as "12 November"; null when none waits. */
  waitingSince: string | null
  left: number
  bounced: number
}

export interface DigestProps {
  /** Such as "16 to 22 November 2026". */
  week: string
  courses: CourseWeek[]
  repliesUrl: string
  /** Where this mail is switched off. */
  settingsUrl: string
}

export const subject = (props: Pick<DigestProps, 'week'>) => `Your courses, ${props.week}`

/** To the team, on Mondays: numbers only, and never a word of a reply. */
export default function Digest(props: DigestProps) {
  const waiting = props.courses.reduce((sum, course) => sum + course.repliesWaiting, 0)
  return (
    <Letter language="en" accent={light.accent} title={subject(props)} preheader={waitingWords(waiting)}>
      <Heading as="h1" className="ink title" style={type.title}>
        {subject(props)}
      </Heading>
      <Text className="ink" style={type.body}>
        {waitingWords(waiting)}
      </Text>
      {props.courses.map((course) => (
        <Course key={course.title} {...course} />
      ))}
      <Rule />
      <QuietLink href={props.repliesUrl}>Open the replies</QuietLink>
      <QuietLink href={props.settingsUrl}>Send me this no more</QuietLink>
    </Letter>
  )
}

const waitingWords = (waiting: number) =>
  waiting === 0
    ? 'No reply waits for an answer.'
    : waiting === 1
      ? 'One reply waits for an answer.'
      : `${waiting} replies wait for an answer.`

function Course(course: CourseWeek) {
  const rows: [string, string][] = [
    ['Signed up', String(course.signups)],
    ['Confirmed', String(course.confirmed)],
    ['Under way now', String(course.underWay)],
    ['Lessons delivered', String(course.lessonsDelivered)],
    ['New replies', String(course.repliesNew)],
    [
      'Waiting for an answer',
      course.waitingSince
        ? `${course.repliesWaiting}, since ${course.waitingSince}`
        : String(course.repliesWaiting),
    ],
    ['Left', String(course.left)],
    ['Bounced', String(course.bounced)],
  ]
  return (
    <>
      <Heading as="h2" className="ink" style={type.headings[2]}>
        {course.title}
      </Heading>
      <table cellPadding="0" cellSpacing="0" style={{ borderCollapse: 'collapse', width: '100%' }}>
        <tbody>
          {rows.map(([what, number]) => (
            <tr key={what} data-text-format="row">
              <th scope="row" data-text-format="cell" className="ink rule" style={cell('left')}>
                {what}
              </th>
              <td data-text-format="cell" className="ink rule" style={cell('right')}>
                {number}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const cell = (textAlign: 'left' | 'right') =>
  ({
    ...type.body,
    margin: 0,
    padding: '6px 0',
    fontSize: '16px',
    fontWeight: 400,
    borderBottom: `1px solid ${light.rule}`,
    textAlign,
    // A label may break; a number with its day is read in one piece.
    whiteSpace: textAlign === 'right' ? 'nowrap' : 'normal',
  }) as const

Digest.PreviewProps = {
  week: '16 to 22 November 2026',
  courses: [
    {
      title: 'Wanting to be wanted',
      signups: 41,
      confirmed: 33,
      underWay: 118,
      lessonsDelivered: 702,
      repliesNew: 19,
      repliesWaiting: 3,
      waitingSince: '19 November',
      left: 4,
      bounced: 1,
    },
  ],
  repliesUrl: 'https://course.example.com/admin/replies',
  settingsUrl: 'https://course.example.com/admin/digest',
} satisfies DigestProps
