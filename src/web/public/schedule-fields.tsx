import { hours, zonesByRegion } from './timezones.ts'

/** Hour and zone, on the signup form and among a reader's preferences. */
export function ScheduleFields(props: {
  sendTime: string
  timezone?: string
  /** Says to the script that the browser may fill in its own zone. */
  detect?: boolean
  error?: string
}) {
  return (
    <div className="row">
      <div className="field">
        <label htmlFor="send_time">At which hour?</label>
        <select id="send_time" name="send_time" defaultValue={props.sendTime}>
          {hours(props.sendTime).map((time) => (
            <option key={time}>{time}</option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="timezone">Your time zone</label>
        <select
          id="timezone"
          name="timezone"
          required
          defaultValue={props.timezone ?? ''}
          data-detect={props.detect ? '' : undefined}
          aria-invalid={props.error ? true : undefined}
          aria-describedby={props.error ? 'timezone-error' : undefined}
        >
          <option value="" disabled>
            Choose the nearest city
          </option>
          {zonesByRegion(props.timezone).map(([region, zones]) => (
            <optgroup key={region} label={region}>
              {zones.map((zone) => (
                <option key={zone.name} value={zone.name}>
                  {zone.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        {props.error && (
          <p className="error" id="timezone-error">
            {props.error}
          </p>
        )}
      </div>
    </div>
  )
}
