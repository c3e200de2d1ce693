import { sayTime } from '../../schedule/describe.ts'
import { wordsFor } from '../../words/words.ts'
import { Problem } from './field.tsx'
import { hours, zonesByRegion } from './timezones.ts'

/** Hour and zone, on the signup form and among a reader's preferences. */
export function ScheduleFields(props: {
  sendTime: string
  timezone?: string
  /** Says to the script that the browser may fill in its own zone. */
  detect?: boolean
  /** What is wrong with the zone. */
  error?: string
  hourError?: string
  /** When the zone is all that is wrong. */
  focusZone?: boolean
  language?: string
  /** How hours are written; what is posted is always `HH:MM`. */
  locale?: string
}) {
  const { language = 'en', locale = 'en-GB' } = props
  const words = wordsFor(language).signup
  return (
    <div className="row">
      <div className="field">
        <label htmlFor="send_time">{words.sendTime}</label>
        <select
          id="send_time"
          name="send_time"
          defaultValue={props.sendTime}
          aria-invalid={props.hourError ? true : undefined}
          aria-describedby={props.hourError ? 'send_time-error' : undefined}
        >
          {hours(props.sendTime).map((time) => (
            <option key={time} value={time}>
              {sayTime(time, locale)}
            </option>
          ))}
        </select>
        <Problem of="send_time" problem={props.hourError} />
      </div>
      <div className="field">
        <label htmlFor="timezone">{words.timezone}</label>
        <select
          id="timezone"
          name="timezone"
          required
          defaultValue={props.timezone ?? ''}
          // biome-ignore lint/a11y/noAutofocus: it is what somebody who just pressed the button has to put right
          autoFocus={props.focusZone}
          data-detect={props.detect ? '' : undefined}
          aria-invalid={props.error ? true : undefined}
          aria-describedby={props.error ? 'timezone-error' : undefined}
        >
          <option value="" disabled>
            {words.chooseZone}
          </option>
          {zonesByRegion(props.timezone, language).map(([region, zones]) => (
            <optgroup key={region} label={region}>
              {zones.map((zone) => (
                <option key={zone.name} value={zone.name}>
                  {zone.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <Problem of="timezone" problem={props.error} />
      </div>
    </div>
  )
}
