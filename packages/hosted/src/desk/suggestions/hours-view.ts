import { html, type TemplateResult } from 'lit';
import { firstWeekday } from '@coach-booking/elements/internal/dates/week';
import { pageLanguage } from '../../page-language.ts';
import { isWrong, type DraftHours } from './form.ts';
import { suggestionTextsFor } from './texts/index.ts';

/** The most hours that a coach can prefer. */
const MAX_HOURS = 50;

/** The preferred hours as they are typed, and what is done with them. */
export interface HoursEditor {
  readonly hours: readonly DraftHours[];
  /** Whether it was tried to save them: from then on problems are shown. */
  readonly isTried: boolean;
  change(hours: readonly DraftHours[]): void;
  focusOn(selector: string): void;
}

/** 2 January 2000 was a Sunday. */
const weekdayName = (day: number, language: string): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, 0, 2 + day));

const rowView = (editor: HoursEditor, row: DraftHours, index: number): TemplateResult => {
  const { hours, change, isTried } = editor;
  const { texts, language } = suggestionTextsFor(pageLanguage());
  const first = firstWeekday(language);
  const days = Array.from({ length: 7 }, (_, i) => (first + i) % 7);
  const wrong = isTried && isWrong(row);
  const put = (given: Partial<DraftHours>): void =>
    change(hours.map((other, at) => (at === index ? { ...other, ...given } : other)));
  const remove = (): void => {
    change(hours.filter((_, at) => at !== index));
    editor.focusOn('.add');
  };
  const time = (name: 'start' | 'end'): TemplateResult =>
    html`<div class="field">
      <label for="${name}-${index}">${texts[name]}</label>
      <input id="${name}-${index}" type="time" required .value=${row[name]} aria-invalid=${wrong} aria-describedby="wrong-${index}" @change=${(event: Event) => put({ [name]: (event.target as HTMLInputElement).value.slice(0, 5) })} />
    </div>`;
  return html`<li class="rule">
    <div class="fields">
      <div class="field">
        <label for="day-${index}">${texts.weekday}</label>
        <select id="day-${index}" @change=${(event: Event) => put({ dayOfWeek: +(event.target as HTMLSelectElement).value })}>
          ${days.map((day) => html`<option value=${day} .selected=${day === row.dayOfWeek}>${weekdayName(day, language)}</option>`)}
        </select>
      </div>
      ${time('start')} ${time('end')}
      <button type="button" aria-label="${texts.remove}: ${weekdayName(row.dayOfWeek, language)} ${row.start} – ${row.end}" @click=${remove}>${texts.remove}</button>
    </div>
    <p id="wrong-${index}" class="error" ?hidden=${!wrong}>${texts.wrongHours}</p>
  </li>`;
};

/** Renders the hours that a coach prefers, and a button for others. */
export function hoursView(editor: HoursEditor): TemplateResult {
  const { hours, change } = editor;
  const { texts } = suggestionTextsFor(pageLanguage());
  const add = (): void => {
    change([...hours, { dayOfWeek: 1, start: '09:00', end: '12:00' }]);
    editor.focusOn(`#day-${hours.length}`);
  };
  return html`${hours.length === 0 ? html`<p>${texts.noHours}</p>` : html`<ul>${hours.map((row, index) => rowView(editor, row, index))}</ul>`}
    <div class="actions">
      <button type="button" class="add" ?hidden=${hours.length >= MAX_HOURS} @click=${add}>${texts.addHours}</button>
    </div>`;
}
