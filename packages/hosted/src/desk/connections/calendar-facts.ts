import { html, nothing, type TemplateResult } from 'lit';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { pageLanguage } from '../../page-language.ts';
import type { Calendar } from './calls.ts';
import { connectionTextsFor, type ConnectionTexts } from './texts/index.ts';

type Problem = Calendar['problems'][number];

const momentText = (instant: string, language: string, timeStyle?: 'short'): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', ...(timeStyle && { timeStyle }) }).format(new Date(instant));

/** Returns how it goes with a calendar, in a sentence. */
export function stateText({ active, state, policy }: Calendar, texts: ConnectionTexts): string {
  if (!active) return texts.stateOff;
  return state === 'stale' ? texts[`stale_${policy}`] : texts[`state_${state}`];
}

const problemText = ({ code, count }: Problem, texts: ConnectionTexts, number: Intl.NumberFormat): string =>
  filled(texts[`problem_${code}`], { count: number.format(count) });

const errorText = ({ kind, lastError }: Calendar, texts: ConnectionTexts): string => {
  const { code } = lastError!;
  const isConnected = kind === 'google' || kind === 'microsoft';
  return code === 'REVOKED' && isConnected ? texts.error_REVOKED_connected : texts[`error_${code}`];
};

const writtenInto = ({ calendars, bookingCalendar, name }: Calendar, texts: ConnectionTexts) => {
  if (bookingCalendar === undefined) return nothing;
  const called = calendars?.find(({ id }) => id === bookingCalendar)?.name ?? name;
  return html`<p>${filled(texts.written, { calendar: isolated(called) })}</p>`;
};

/** Renders when a calendar was read and what was found in it, and what is wrong with it, in words. */
export function calendarFacts(calendar: Calendar): TemplateResult {
  const { texts, language } = connectionTextsFor(pageLanguage());
  const { active, lastGoodAt, lastError, readUntil, events, busyRanges, conflicts, problems } = calendar;
  const number = new Intl.NumberFormat(language);
  const found = () =>
    filled(texts.found, {
      events: number.format(events),
      busy: number.format(busyRanges),
      until: momentText(readUntil!, language),
    });
  return html`<p>${stateText(calendar, texts)}${active && lastError ? html` ${errorText(calendar, texts)}` : nothing}</p>
    ${writtenInto(calendar, texts)}
    ${
      lastGoodAt && readUntil
        ? html`<p class="quiet">${filled(texts.lastRead, { when: isolated(momentText(lastGoodAt, language, 'short')) })} ${found()}</p>`
        : nothing
    }
    ${active && conflicts > 0 ? html`<p>${filled(texts.conflicts, { count: number.format(conflicts) })}</p>` : nothing}
    ${
      problems.length > 0
        ? html`<ul class="problems">${problems.map((problem) => html`<li>${problemText(problem, texts, number)}</li>`)}</ul>`
        : nothing
    }`;
}
