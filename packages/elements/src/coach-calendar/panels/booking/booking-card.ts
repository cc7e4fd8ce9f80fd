import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { BookingAction } from '@coach-booking/sdk';
import { mailLink, phoneLink } from '../../../contact-links.ts';
import { joinView } from '../../../internal/join-view.ts';
import { formatsFor } from '../../../internal/dates/format.ts';
import { hasExpired } from '../../../internal/expired.ts';
import { placeView } from '../../../internal/meeting-place.ts';
import { cityOf } from '../../../internal/dates/zone.ts';
import { wallOf } from '../../../internal/dates/wall.ts';
import type { BookingContext } from './booking-form.ts';
import { answersView } from './answers-view.ts';
import { changedThereSection } from './changed-there-section.ts';
import { clientButton } from './client-button.ts';
import { historySection } from './history-section.ts';
import { linkSection } from './link-section.ts';
import { meetingSection } from './meeting-section.ts';
import { messagesSection } from './messages-section.ts';
import { notesView } from './notes-view.ts';
import { problemOf, problemView } from '../parts/problem-view.ts';
import { pressOnce } from '../parts/press-once.ts';
import { staffView } from './staff-view.ts';
import { notifyOf, notifyField } from '../parts/tell.ts';
import { spanText } from '../parts/texts.ts';
import { canUndo } from './undo.ts';

/** The actions in the order in which they are used; cancelling is last and separate. */
const order = [
  'confirm',
  'start',
  'complete',
  'no_show',
  'reschedule',
  'undo',
  'cancel',
] as const satisfies readonly BookingAction[];

const row = (term: unknown, value: unknown) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`;

/** Renders everything about a booking, and a button for each action that is allowed now. */
export function bookingCard(context: BookingContext): TemplateResult {
  const { view, state, booking } = context;
  const { say, format } = view;
  const { attendee, status, start, end, price, locationKind, place } = booking;
  const service = state.services.find(({ id }) => id === booking.serviceId);
  return html`
    <p class="lead"><span class="status status-${status}" id="booking-status" tabindex="-1" part="status status-${status}">${say(status)}</span> <span>${booking.summary}</span></p>
    ${hasExpired(booking) ? html`<p class="quiet" part="expired">${say('expiredNote')}</p>` : nothing}
    ${problemView(view, problemOf(state.problem, ['confirm', 'start', 'complete', 'noShow', 'assign', 'setNotes', 'undo'], booking.id))}
    ${changedThereSection(context)}
    <dl part="summary">
      ${start && end ? row(say('when'), html`<b>${spanText(format, start, end)}</b> <span class="quiet">${cityOf(state.timeZone)}</span>${attendeeTime(context, start, end)}`) : row(say('when'), say('noTimeYet'))}
      ${row(say('email'), attendee.email === undefined ? html`<span class="quiet">${say('noEmail')}</span>` : html`<a href=${mailLink(attendee.email)} part="link" dir="ltr">${attendee.email}</a>`)}
      ${attendee.phone ? row(say('phone'), html`<a href=${phoneLink(attendee.phone)} part="link" dir="ltr">${attendee.phone}</a>`) : nothing}
      ${service ? row(say('service'), service.title) : nothing} ${row(say('where'), place ? placeView(place) : html`${say(locationKind)}${joinView(say, booking)}`)}
      ${price ? row(say('price'), price.amount ? format.money(price) : say('free')) : nothing}
    </dl>
    ${meetingSection(context)} ${answersView(context)} ${clientButton(context)} ${staffView(context)} ${notesView(context)}
    <div class="folds">${historySection(context)} ${messagesSection(context)} ${linkSection(context)}</div>
    ${actionsView(context)}
  `;
}

/** Renders the time for the attendee, where their clock shows another. */
function attendeeTime({ view, state, booking }: BookingContext, start: string, end: string): unknown {
  const zone = booking.attendee.timeZone ?? booking.timeZone;
  if (!zone || sameClock(start, zone, state.timeZone)) return nothing;
  return html`<br /><span class="quiet">${view.say('attendeeTime')}: ${spanText(formatsFor(view.language, zone), start, end)} (${cityOf(zone)})</span>`;
}

function sameClock(instant: string, zone: string, other: string): boolean {
  const [a, b] = [wallOf(instant, zone), wallOf(instant, other)];
  return a.date === b.date && a.time === b.time;
}

/**
 * Runs one step for one press: a double press counts once, and the pressed button may be gone, so the status is read.
 */
function stepOnce({ panel, busy }: BookingContext, event: Event, run: () => void): void {
  if (busy) return;
  pressOnce(panel, event, () => {
    ((event.currentTarget as Element).getRootNode() as ShadowRoot).getElementById('booking-status')?.focus();
    run();
  });
}

function actionsView(context: BookingContext): unknown {
  const { view, state, flow, booking, form, busy, show } = context;
  const { say } = view;
  const actions = order.filter((action) =>
    action === 'undo' ? canUndo(state, booking.id) : booking.actions.includes(action),
  );
  if (actions.length === 0) return nothing;
  const recipient = { email: booking.attendee.email, start: booking.start };
  // The person who entered a booking chose then whether to notify; only a request is answered by confirming it.
  const isAnswer = booking.status === 'pending' && actions.includes('confirm') && !!recipient.email;
  const act: Record<(typeof order)[number], () => void> = {
    confirm: () => flow.confirm(booking.id, isAnswer ? notifyOf(view, recipient, form.value) : {}),
    start: () => flow.start(booking.id),
    complete: () => flow.complete(booking.id),
    no_show: () => flow.noShow(booking.id),
    reschedule: () => show('reschedule'),
    undo: () => flow.undo(booking.id),
    cancel: () => show('cancel'),
  };
  /** Returns the look of a button: the next step in the ordinary course of a session is prominent. */
  const kind = (action: (typeof order)[number], i: number) =>
    action === 'cancel' ? 'danger' : i === 0 && ['confirm', 'start', 'complete'].includes(action) ? 'go' : 'soft';
  return html`${isAnswer ? notifyField(view, 'booking', recipient, form.value, { busy, set: form.set }) : nothing}
  <div class="actions" part="actions" role="group" aria-label=${say('actions')}>
    ${actions.map((action, i) =>
      keyed(
        action,
        html`<button type="button" class=${kind(action, i)} part="button action-${action}" aria-disabled=${busy} @click=${(event: Event) => stepOnce(context, event, act[action])}>${say(action === 'reschedule' && !booking.start ? 'chooseTime' : `do_${action}`)}</button>`,
      ),
    )}
    <span class="quiet" role="status">${busy ? say('busy') : nothing}</span>
  </div>`;
}
