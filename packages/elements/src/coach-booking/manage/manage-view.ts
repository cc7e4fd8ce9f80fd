import { html, nothing, type TemplateResult } from 'lit';
import type { Booking, ManageFlowIntents, ManageFlowState } from '@coach-booking/sdk';
import { waitView } from '../booking-view.ts';
import { timesText } from '../../internal/dates/zone-mark.ts';
import { cityOf } from '../../internal/dates/zone.ts';
import { hasExpired } from '../../internal/expired.ts';
import { failureView } from '../failure-view.ts';
import { headerView } from '../header-view.ts';
import { pickerView } from '../picker-view.ts';
import { calendarView, problemView, summaryView } from '../steps/index.ts';
import { loadProblem } from '../setup-problem.ts';
import type { View } from '../view.ts';
import { fullText, momentText } from '../steps/moments.ts';
import { laterIcons } from '../steps/icons.ts';

/**
 * Returns whether the attendee may still move or cancel. The server decides; this only avoids a request that it would
 * refuse.
 */
const changeable = ({ status, start }: Booking, now: number): boolean =>
  ['pending', 'scheduled', 'confirmed'].includes(status) && (!start || Date.parse(start) > now);

/** Renders each phase of managing a booking. */
export function manageView(view: View, state: ManageFlowState, intents: ManageFlowIntents): TemplateResult {
  const { phase, booking, coach, service, slot } = state;
  if (phase === 'gone')
    return html`<section class="main"><h3 id="step" tabindex="-1">${view.say('gone')}</h3><slot></slot></section>`;
  if (phase === 'failed' && state.problem) return failureView(view, state.problem, intents.retry);
  const moving = phase === 'moving' || (phase === 'saving' && !!slot);
  const header = headerView(view, coach, service, moving && booking ? presentView(view, booking) : nothing);
  if (!booking || !view.steps)
    return view.steps === null ? failureView(view, loadProblem, view.loadSteps) : html`${header}${waitView}`;
  return html`${header}${moving ? pickerView(view, state, intents, agreeView(view, state, intents)) : cardView(view, state, booking, intents)}`;
}

/** Renders the present time of a booking that is being moved. */
function presentView({ say, format }: View, { start, end }: Booking): TemplateResult {
  return html`<section class="chosen" part="chosen">
    <h3>${say('move')}</h3>
    ${start && end ? html`<div translate="no"><span class="quiet">${say('present')}</span> <br /><b>${fullText(format, start)}</b><br /><span class="once">${timesText(format, start, end)}</span> <span class="quiet">${cityOf(format.timeZone)}</span></div>` : nothing}
  </section>`;
}

/** Renders, under the times, the buttons that accept the new time or keep the old one. */
function agreeView(
  { say, format }: View,
  { slot, phase, coach }: ManageFlowState,
  intents: ManageFlowIntents,
): TemplateResult {
  const busy = phase === 'saving';
  return html`${coach?.autoConfirm === false ? html`<p class="quiet">${say('asksAgain', { coach: coach.name })}</p>` : nothing}<p class="agree" part="agree">
    ${
      slot
        ? html`<button type="button" class="go" part="button primary" aria-disabled=${busy} @click=${() => busy || intents.confirmMove()}>${busy ? say('busy') : say('moveTo', { when: momentText(format, slot.start) })}</button>`
        : nothing
    }
    <button type="button" class="link" part="link" @click=${() => busy || intents.stopMoving()}>${say('keep')}</button>
  </p>`;
}

function cardView(view: View, state: ManageFlowState, booking: Booking, intents: ManageFlowIntents): TemplateResult {
  const { say, ui, setUi, focus } = view;
  const { phase, done, problem, coach, service } = state;
  const cancelled = booking.status === 'cancelled';
  const busy = phase === 'saving';
  const pending = booking.status === 'pending' && changeable(booking, view.now);
  const name = { coach: coach?.name ?? '' };
  const ask = () => {
    setUi({ cancelling: true });
    focus('#ask');
  };
  const ways = ui.cancelling
    ? html`<div class="problem" part="problem" role="group" aria-labelledby="ask">
        <p id="ask" tabindex="-1">${say('cancelAsk')}</p>
        <button type="button" class="go danger" part="button danger" aria-disabled=${busy} @click=${() => busy || intents.cancel()}>${say(busy ? 'busy' : 'cancelYes')}</button>
        <button type="button" class="link" part="link" @click=${() => busy || setUi({ cancelling: false })}>${say('keep')}</button>
      </div>`
    : html`<p class="ways">
        <button type="button" class="go" part="button" @click=${() => busy || intents.startMoving()}>${say('move')}</button>
        <button type="button" class="link" part="link" @click=${ask}>${say('cancel')}</button>
      </p>
      ${
        state.newLink
          ? html`<p class="quiet" role="status">${say('newLinkMade')} <a href=${state.newLink} part="link" dir="ltr">${state.newLink}</a></p>`
          : html`<p><button type="button" class="link" part="link" aria-disabled=${busy} @click=${() => busy || intents.renewLink()}>${say('newLink')}</button></p>`
      }`;
  return html`<section class="main" part="booking">
    ${done === 'moved' ? html`<span class="tick">${laterIcons.done}</span>` : nothing}
    <h3 id="step" tabindex="-1">${say(cancelled ? (hasExpired(booking) ? 'lapsed' : 'cancelled') : done === 'moved' ? (pending ? 'pending' : 'moved') : 'yourBooking', name)}</h3>
    ${pending ? html`<p class="quiet">${say('pendingNote', name)}</p>` : nothing}
    ${problem ? problemView(view, problem, intents) : nothing} ${summaryView(view, booking, service, coach)}
    ${cancelled || changeable(booking, view.now) ? html`${calendarView(view, booking, state, state.newLink ?? location.href)}${cancelled ? nothing : ways}` : html`<p class="quiet">${say('over')}</p>`}
  </section>`;
}
