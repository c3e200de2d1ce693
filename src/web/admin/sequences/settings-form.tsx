import { z } from 'zod'
import type { Seen } from '../../../sequences/draft.ts'
import { type SequenceContent, sequenceContent, WEEKDAYS } from '../../../sequences/sequence.ts'
import { Field, Notes, TextField } from '../layout/field.tsx'
import { SeenFields } from './seen.tsx'
import { sentence } from './save-edit.ts'

export type Settings = Omit<SequenceContent, 'lessons'>
export type SettingsProblems = Partial<Record<keyof Settings, string[]>>

const settings = sequenceContent.omit({ lessons: true }).extend({
  everyDays: z.coerce
    .number()
    .int('the days must be a whole number from 1 to 60')
    .min(1, 'the days must be a whole number from 1 to 60')
    .max(60, 'the days must be a whole number from 1 to 60'),
})

export function settingsOf({ lessons: _, ...rest }: SequenceContent): Settings {
  return rest
}

/** The posted form as settings, and what is wrong with them. */
export function readSettings(form: FormData): { settings: Settings; problems: SettingsProblems } {
  const text = (name: string) => String(form.get(name) ?? '')
  const raw = {
    title: text('title'),
    description: text('description').replaceAll('\r\n', '\n'),
    everyDays: text('everyDays'),
    weekdays: form.getAll('weekdays').map(Number),
    sendTime: text('sendTime'),
    firstLesson: text('firstLesson'),
    senderName: text('senderName'),
  }
  const parsed = settings.safeParse(raw)
  if (parsed.success) return { settings: parsed.data, problems: {} }
  const problems: SettingsProblems = {}
  for (const issue of parsed.error.issues) {
    const field = issue.path[0] as keyof Settings
    problems[field] = [sentence(field === 'sendTime' ? `the send time ${issue.message}` : issue.message)]
  }
  return { settings: raw as unknown as Settings, problems }
}

const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

interface SettingsFormProps {
  action: string
  settings: Settings
  seen: Seen
  /** Fingerprint of the settings as they were opened. */
  part: string
  problems?: SettingsProblems
}

/** How a course is called and when its lessons go. Saved to the draft, like everything else. */
export function SettingsForm({ action, settings, seen, part, problems = {} }: SettingsFormProps) {
  return (
    <form method="post" action={action} noValidate={Object.keys(problems).length > 0}>
      <SeenFields seen={seen} part={part} />
      <Field name="title" label="Title" required defaultValue={settings.title} problems={problems.title} />
      <TextField
        name="description"
        label="Description"
        rows={4}
        required
        defaultValue={settings.description}
        problems={problems.description}
      />
      <div className="row">
        <Field
          name="everyDays"
          label="A lesson every … days"
          type="number"
          min={1}
          max={60}
          required
          defaultValue={settings.everyDays}
          problems={problems.everyDays}
        />
        <Field
          name="sendTime"
          label="Send time"
          type="time"
          required
          defaultValue={settings.sendTime}
          hint="What readers are offered; each may choose another."
          problems={problems.sendTime}
        />
      </div>
      <fieldset className="field plain" aria-describedby="weekdays-problems weekdays-hint">
        <legend>Days on which lessons may go</legend>
        <div className="choices">
          {WEEKDAYS.map((day, index) => (
            <label key={day}>
              <input
                type="checkbox"
                name="weekdays"
                value={index + 1}
                defaultChecked={settings.weekdays.includes(index + 1)}
              />{' '}
              {DAY_NAMES[index]}
            </label>
          ))}
        </div>
        <Notes name="weekdays" hint="In the reader’s own time zone." problems={problems.weekdays} />
      </fieldset>
      <div className="row">
        <div className="field">
          <label htmlFor="firstLesson">First lesson</label>
          <select id="firstLesson" name="firstLesson" defaultValue={settings.firstLesson}>
            <option value="immediately">as soon as they confirm</option>
            <option value="next_send_time">at their next send time</option>
          </select>
          <Notes name="firstLesson" problems={problems.firstLesson} />
        </div>
        <Field
          name="senderName"
          label="Sender"
          required
          defaultValue={settings.senderName}
          hint="The name that readers see in their inbox."
          problems={problems.senderName}
        />
      </div>
      <p className="actions">
        <button type="submit" className="quiet">
          Save the settings
        </button>
      </p>
    </form>
  )
}
