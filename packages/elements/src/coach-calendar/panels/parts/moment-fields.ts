import { html, type TemplateResult } from 'lit';
import { instantOf, isSkipped } from '../../../internal/dates/wall.ts';
import { fieldsOf, type Typed } from '../../../internal/fields.ts';
import { boundsOf, sessionMinutes, wholeNumber } from '../../../internal/numbers.ts';

/** Date, time and minutes as they are typed. */
export interface TypedMoment {
  readonly date: string;
  readonly time: string;
  readonly duration: string;
}

/** Returns the start as an instant, and the minutes; null while one of them is invalid, or the clocks skip the time. */
export function momentOf(
  { date, time, duration }: TypedMoment,
  timeZone: string,
): { start: string; duration: number } | null {
  const minutes = wholeNumber(duration, sessionMinutes.min, sessionMinutes.max);
  return date && time && minutes !== null && !isSkipped({ date, time }, timeZone)
    ? { start: instantOf({ date, time }, timeZone), duration: minutes }
    : null;
}

/**
 * Renders the three fields in a row. Invalid fields are marked once the form was submitted; a refusal of the server,
 * and a time that the clocks skip, at once.
 */
export function momentFields<T extends TypedMoment & { readonly submitted: boolean }>(
  typed: Typed<T>,
  timeZone: string,
  first = false,
): TemplateResult {
  const { say } = typed;
  const { date, time, duration, submitted } = typed.value;
  const { min, max } = sessionMinutes;
  const { text } = fieldsOf<TypedMoment>(typed);
  const skipped = date && time && isSkipped({ date, time }, timeZone) ? say('skippedTime') : null;
  const wrongDuration = wholeNumber(duration, min, max) === null;
  return html`<div class="row">
    ${text('date', 'date', { type: 'date', required: true, first, error: submitted && !date ? say('invalidDate') : null })}
    ${text('time', 'time', { type: 'time', required: true, error: submitted && !time ? say('invalidTime') : skipped })}
    ${text('duration', 'duration', { type: 'number', min, max, step: 5, required: true, error: submitted && wrongDuration ? say('between', boundsOf(min, max)) : null })}
  </div>`;
}
