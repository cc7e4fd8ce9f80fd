import { html, type TemplateResult } from 'lit';
import type { CalendarSay } from '../../translations/calendar/index.ts';
import { instantOf } from '../../dates/wall.ts';
import { textField } from './fields.ts';
import { sessionMinutes, wholeNumber } from './numbers.ts';

/** Date, time and minutes as they are typed. */
export interface TypedMoment {
  readonly date: string;
  readonly time: string;
  readonly duration: string;
}

/** The start as an instant, and the minutes; null while one of them is not right. */
export function momentOf({ date, time, duration }: TypedMoment, timeZone: string): { start: string; duration: number } | null {
  const minutes = wholeNumber(duration, sessionMinutes.min, sessionMinutes.max);
  return date && time && minutes !== null ? { start: instantOf({ date, time }, timeZone), duration: minutes } : null;
}

/** The three fields in a row. What is wrong is marked once the form was tried; what the server refused, at once. */
export function momentFields(
  say: CalendarSay,
  {
    prefix,
    typed,
    tried,
    busy,
    first,
    set,
  }: { prefix: string; typed: TypedMoment; tried: boolean; busy: boolean; first: boolean; set(change: Partial<TypedMoment>): void },
): TemplateResult {
  const { date, time, duration } = typed;
  const { min, max } = sessionMinutes;
  const wrongDuration = wholeNumber(duration, min, max) === null;
  return html`<div class="row">
    ${textField({ id: `${prefix}-date`, label: say('date'), type: 'date', value: date, needed: true, first, busy, error: tried && !date ? say('invalidDate') : null, input: (value) => set({ date: value }) })}
    ${textField({ id: `${prefix}-time`, label: say('time'), type: 'time', value: time, needed: true, busy, error: tried && !time ? say('invalidTime') : null, input: (value) => set({ time: value }) })}
    ${textField({ id: `${prefix}-duration`, label: say('duration'), type: 'number', value: duration, min, max, step: 5, needed: true, busy, error: tried && wrongDuration ? say('between', { min, max }) : null, input: (value) => set({ duration: value }) })}
  </div>`;
}
