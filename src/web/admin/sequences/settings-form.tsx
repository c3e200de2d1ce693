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
  repliesReadBy: z.preprocess((value) => value || null, sequenceContent.shape.repliesReadBy),
  repliesKeptDays: z.preprocess(
    (value) => value || null,
    z.coerce
      .number()
      .int('the days replies are kept must be a whole number')
      .min(1, 'replies are kept for a day at least')
      .max(3650, 'replies are kept for ten years at most')
      .nullable(),
  ),
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
    language: form.get('language') ?? undefined,
    accent: form.get('accent') ?? undefined,
    threading: form.get('threading') ?? undefined,
    paceChoice: form.has('paceChoice'),
    repliesReadBy: form.get('repliesReadBy'),
    repliesKeptDays: form.get('repliesKeptDays'),
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
      <SettingsFields settings={settings} problems={problems} />
      <p className="actions">
        <button type="submit" className="quiet">
          Save the settings
        </button>
      </p>
    </form>
  )
}

/** The settings themselves, for whatever form asks for them. */
export function SettingsFields(props: { settings: Settings; problems: SettingsProblems }) {
  const { settings, problems } = props
  return (
    <>
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
      <div className="row">
        <Field
          name="language"
          label="Language"
          required
          defaultValue={settings.language}
          hint="Such as en, de or es: what surrounds your lessons is said in it. Others get English."
          problems={problems.language}
        />
        <Field
          name="accent"
          label="Colour"
          type="color"
          required
          defaultValue={settings.accent}
          problems={problems.accent}
        />
      </div>
      <div className="row">
        <div className="field">
          <label htmlFor="threading">In the inbox</label>
          <select id="threading" name="threading" defaultValue={settings.threading}>
            <option value="separate">every lesson is a mail of its own</option>
            <option value="conversation">all lessons are one conversation</option>
          </select>
          <Notes name="threading" problems={problems.threading} />
        </div>
        <div className="field">
          <label>
            <input type="checkbox" name="paceChoice" defaultChecked={settings.paceChoice} /> Readers may
            choose their weekdays and pace
          </label>
        </div>
      </div>
      <div className="row">
        <Field
          name="repliesReadBy"
          label="Who reads replies"
          maxLength={200}
          defaultValue={settings.repliesReadBy ?? ''}
          hint="Readers are told before they join. Empty: the sender."
          problems={problems.repliesReadBy}
        />
        <Field
          name="repliesKeptDays"
          label="Replies are kept for … days"
          type="number"
          min={1}
          max={3650}
          defaultValue={settings.repliesKeptDays ?? ''}
          hint="Then their words are erased, answered or not, with files, notes and answers. Empty: until somebody erases them."
          problems={problems.repliesKeptDays}
        />
      </div>
    </>
  )
}
