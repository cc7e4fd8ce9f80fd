import { html, nothing, type TemplateResult } from 'lit';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import { DAY } from '@coach-booking/time/units';
import type { StatisticsFormat } from './statistics-format.ts';
import type { StatisticsTexts } from './texts/index.ts';

/** The days to look at: the last ones with today, or from one date to another. */
export type Period = { readonly days: number } | { readonly from: string; readonly to: string };

const LAST = [7, 30, 90, 365];
/** Days of the longest period that the server returns. */
const LONGEST = 731;

/** Returns the period of a form; null when it has none, and undefined as long as its dates are still to be typed. */
export function periodIn(form: HTMLFormElement): Period | null | undefined {
  const data = new FormData(form);
  const text = (name: string): string => String(data.get(name) ?? '');
  const last = text('last');
  if (last !== 'own') return { days: Number(last) };
  if (!data.has('from')) return undefined;
  const [from, to] = [text('from'), text('to')];
  const days = (Date.parse(to) - Date.parse(from)) / DAY;
  return days >= 0 && days < LONGEST ? { from, to } : null;
}

interface PeriodForm {
  readonly texts: StatisticsTexts;
  readonly format: StatisticsFormat;
  /** Whether the dates are to be typed. */
  readonly isOwn: boolean;
  readonly isWrong: boolean;
  readonly chosen: (form: HTMLFormElement) => void;
  readonly isCompared: boolean;
  readonly compare: (isCompared: boolean) => void;
}

/** Renders the choice of a period: a list, and two dates where the reader wants others. */
export function periodForm({ texts, format, isOwn, isWrong, chosen, isCompared, compare }: PeriodForm): TemplateResult {
  const date = (name: 'from' | 'to') =>
    html`<div class="field"><label for=${name}>${texts[name]}</label><input id=${name} name=${name} type="date" required aria-invalid=${isWrong} aria-describedby=${isWrong ? 'wrong-range' : nothing} /></div>`;
  const send = (event: Event) => {
    event.preventDefault();
    chosen(event.currentTarget as HTMLFormElement);
  };
  return html`<form novalidate @submit=${send}>
    <div class="fields">
      <div class="field">
        <label for="last">${texts.period}</label>
        <select id="last" name="last" @change=${(event: Event) => chosen((event.target as HTMLSelectElement).form!)}>
          ${LAST.map((days) => html`<option value=${days} ?selected=${days === 30}>${filled(texts.last, { days: format.number(days) })}</option>`)}
          <option value="own">${texts.own}</option>
        </select>
      </div>
      <label class="tick"><input id="compare" type="checkbox" .checked=${isCompared} @change=${(event: Event) => compare((event.target as HTMLInputElement).checked)} /> <span>${texts.compare}</span></label>
      ${isOwn ? [date('from'), date('to'), html`<button type="submit" class="go">${texts.show}</button>`] : nothing}
    </div>
    ${isWrong ? html`<p class="error" id="wrong-range" role="alert">${texts.wrongRange}</p>` : nothing}
  </form>`;
}
