import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarProblem, ChangedThere } from '@coach-booking/sdk';
import { filled, isolated } from '../../internal/i18n/say.ts';
import type { ThereContext } from '../panels/booking/changed-there-section.ts';
import { textButton } from '../panels/parts/buttons.ts';
import { typedAt } from '../panels/parts/moment-fields.ts';
import { problemText, spanText, stampText } from '../panels/parts/texts.ts';
import { thereTexts, type ThereTexts } from './texts.ts';

/**
 * Renders each calendar in which the booking is different, with two ways out: to put it back there, or to do the same
 * to the booking. Below, whether putting it back worked.
 */
export function thereView(context: ThereContext): TemplateResult {
  const { view, form, changes } = context;
  const { there } = form.value;
  const texts = thereTexts(view.language);
  const isDone =
    there && !there.isPending && !there.problem && !changes.some((one) => one.calendarId === there.calendarId);
  return html`${changes.map((change) => changeView(context, texts, change))}
    <div role="status">${isDone ? html`<p class="quiet">${filled(texts.done, { calendar: isolated(there.calendarName) })}</p>` : nothing}</div>
    <div role="alert">${there?.problem ? html`<p class="problem" part="problem">${reasonOf(context, texts, there.problem)}</p>` : nothing}</div>`;
}

function changeView(context: ThereContext, texts: ThereTexts, change: ChangedThere): TemplateResult {
  const { view } = context;
  const { kind, state, calendarName, thereStart, thereEnd, since } = change;
  const isMoved = kind === 'moved' && thereStart !== undefined && thereEnd !== undefined;
  const calendar = isolated(calendarName);
  const stateText = { changed: nothing, putting_back: texts.writing, failed: texts.failed }[state];
  return html`<section class="warning" part="warning changed-there">
    <p><b>${filled(isMoved ? texts.moved : texts.deleted, { calendar })}</b></p>
    ${isMoved ? html`<p>${filled(texts.there, { span: isolated(spanText(view.format, thereStart, thereEnd)) })}</p>` : nothing}
    <p class="quiet">${texts.booked} ${filled(texts.since, { at: isolated(stampText(view.format, since)) })} <span role="status">${stateText}</span></p>
    <div class="ways">${putBackButton(context, texts, change)} ${followButton(context, texts, change)}</div>
  </section>`;
}

/** Renders the button that writes the booking there again. It keeps its place, and the focus, while that goes on. */
function putBackButton({ view, flow, booking, form }: ThereContext, texts: ThereTexts, change: ChangedThere): unknown {
  const { calendarId, calendarName, state } = change;
  const isPending = state === 'putting_back' || !!form.value.there?.isPending;
  const put = async (): Promise<void> => {
    if (isPending) return;
    const there = { calendarId, calendarName, isPending: true, problem: null };
    form.set({ there });
    const { problem } = await flow.putBackThere(booking.id, calendarId);
    form.set({ there: { ...there, isPending: false, problem } });
  };
  return textButton('soft', isPending ? view.say('busy') : texts.putBack, put, { disabled: isPending });
}

/** Renders the button that does the same to the booking: it opens the form, in which the coach decides. */
function followButton(context: ThereContext, texts: ThereTexts, change: ChangedThere): unknown {
  const { state, booking, form, show } = context;
  const { kind, thereStart, thereEnd } = change;
  if (kind === 'moved' && thereStart && thereEnd) {
    if (!booking.actions.includes('reschedule')) return nothing;
    const duration = `${Math.round((Date.parse(thereEnd) - Date.parse(thereStart)) / 60_000)}`;
    const move = () => {
      show('reschedule');
      form.set({ ...typedAt(thereStart, state.timeZone), duration });
    };
    return textButton('soft', texts.move, move);
  }
  return booking.actions.includes('cancel') ? textButton('soft', texts.cancel, () => show('cancel')) : nothing;
}

function reasonOf({ view }: ThereContext, texts: ThereTexts, problem: CalendarProblem): string {
  if (problem.code === 'NOT_ALLOWED_NOW') return texts.begun;
  return /^(BOOKING|EXTERNAL_CALENDAR)_NOT_FOUND$/.test(problem.code) ? texts.gone : problemText(view.say, problem);
}
