import { html, nothing, type TemplateResult } from 'lit';
import type { Formats } from '../../../internal/dates/format.ts';
import { instantOf, isSkipped, wallOf } from '../../../internal/dates/wall.ts';
import { fieldsOf, type Typed } from '../../../internal/fields.ts';
import { textButton } from './buttons.ts';
import { momentText } from './texts.ts';
import { boundsOf, sessionMinutes, wholeNumber } from '../../../internal/numbers.ts';

/** Date, time and minutes as they are typed. */
export interface TypedMoment {
  readonly date: string;
  readonly time: string;
  readonly duration: string;
  /** The instant that was chosen. It counts where the wall shows date and time at it: in autumn they come twice. */
  readonly at?: string | undefined;
}

/** Returns an instant and what the wall of a zone shows at it, as a form keeps them. */
export function typedAt(at: string, timeZone: string): Pick<TypedMoment, 'date' | 'time' | 'at'> {
  return { ...wallOf(at, timeZone), at };
}

/** Returns the instant that is meant; null while date or time is missing, or the clocks skip it. */
function instantMeant({ date, time, at }: Omit<TypedMoment, 'duration'>, timeZone: string): string | null {
  if (!date || !time || isSkipped({ date, time }, timeZone)) return null;
  const chosen = at && wallOf(at, timeZone);
  return chosen && chosen.date === date && chosen.time === time ? at : instantOf({ date, time }, timeZone);
}

/** Returns the other instant at which the wall shows the same, or null: clocks go back by one hour, or half of one. */
function otherOf(instant: string, timeZone: string): string | null {
  const shown = JSON.stringify(wallOf(instant, timeZone));
  const near = [-60, -30, 30, 60].map((minutes) =>
    new Date(Date.parse(instant) + minutes * 60_000).toISOString().replace('.000', ''),
  );
  return near.find((other) => JSON.stringify(wallOf(other, timeZone)) === shown) ?? null;
}

/**
 * Returns the start as an instant, and the minutes; null while one of them is invalid, or the clocks skip the time.
 */
export function momentOf(typed: TypedMoment, timeZone: string): { start: string; duration: number } | null {
  const minutes = wholeNumber(typed.duration, sessionMinutes.min, sessionMinutes.max);
  const start = instantMeant(typed, timeZone);
  return start && minutes !== null ? { start, duration: minutes } : null;
}

/**
 * Renders the three fields in a row. Invalid fields are marked once the form was submitted; a refusal of the server,
 * and a time that the clocks skip, at once. Of a time that the wall shows twice it names the one that is meant, and
 * offers the other.
 */
export function momentFields<T extends TypedMoment & { readonly submitted: boolean }>(
  typed: Typed<T>,
  format: Formats,
  first = false,
): TemplateResult {
  const { say, set } = typed;
  const { timeZone } = format;
  const { date, time, duration, submitted } = typed.value;
  const { min, max } = sessionMinutes;
  const { text } = fieldsOf<TypedMoment>(typed);
  const skipped = date && time && isSkipped({ date, time }, timeZone) ? say('skippedTime') : null;
  const start = instantMeant(typed.value, timeZone);
  const other = start && otherOf(start, timeZone);
  const wrongDuration = wholeNumber(duration, min, max) === null;
  return html`<div class="row">
    ${text('date', 'date', { type: 'date', required: true, first, error: submitted && !date ? say('invalidDate') : null })}
    ${text('time', 'time', { type: 'time', required: true, error: submitted && !time ? say('invalidTime') : skipped })}
    ${text('duration', 'duration', { type: 'number', min, max, step: 5, required: true, error: submitted && wrongDuration ? say('between', boundsOf(min, max)) : null })}
  </div>
  ${
    start && other
      ? html`<p class="quiet" role="status">${momentText(format, start)}
          ${textButton('link', momentText(format, other), () => set({ at: other } as Partial<T>))}</p>`
      : nothing
  }`;
}
