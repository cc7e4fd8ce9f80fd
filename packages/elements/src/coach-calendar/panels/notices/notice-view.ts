import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { CalendarDone, CalendarFlowState, CalendarProblem } from '@coach-booking/sdk';
import type { Flow } from '../../flow.ts';
import { attached } from '../parts/attached.ts';
import { bookingOf } from '../../booking-of.ts';
import { burstText } from '../bursts/bursts-panel.ts';
import { toCloseText } from '../to-close/to-close-panel.ts';
import { zonesText } from '../zones/zones-panel.ts';
import { iconButton, textButton } from '../parts/buttons.ts';
import { panelIcons } from '../parts/icons.ts';
import { dismissAfter } from './notice-timer.ts';
import type { Panel, View } from '../parts/panel.ts';
import { anywayView, withoutStart } from '../parts/problem-view.ts';
import { notifiedText } from '../parts/tell.ts';
import { doneText, momentText, problemText } from '../parts/texts.ts';

/** Intents that are drawn before they are answered, so that a failure restores the state before. */
const drawnAtOnce = /^(confirm|start|complete|noShow|cancel|reschedule|assign|setNotes|undo|addTimeOff|removeTimeOff)$/;

/** Intents whose failures a panel shows in the place of the act. */
const shownIn: Partial<Record<Panel['kind'], RegExp>> = {
  create: /^create$/,
  timeOff: /TimeOff$/,
  schedule: /(Schedule|DateOverride)$/,
  bursts: /^removeBurst$/,
  preferences: /^savePreferences$/,
  zones: /^resolveZoneChanges$/,
  toClose: /^(complete|noShow)$/,
};

const isToldIn = (panel: Panel | undefined, { intent, bookingId }: CalendarProblem): boolean =>
  !!panel && (panel.kind === 'booking' ? panel.id === bookingId : !!shownIn[panel.kind]?.test(intent));

/**
 * Renders the last finished act with an undo button, and a problem with its actions, unless the open panel shows that
 * itself: over the lower corner, so that nothing moves. The two live regions are always there. While no panel is open,
 * what the coach should look at follows below the grid.
 */
export function noticeView(view: View, state: CalendarFlowState, flow: Flow, panel?: Panel): TemplateResult {
  const { done, problem, phase, bursts, zoneChanges } = state;
  const shown = phase === 'ready' && problem && !isToldIn(panel, problem) ? problem : null;
  const waits = [
    zoneChanges.length > 0 ? lookAt(view, 'zones', zonesText(view, state)) : null,
    state.toClose.total > 0 ? lookAt(view, 'toClose', toCloseText(view, state)) : null,
    bursts.length > 0 ? lookAt(view, 'bursts', burstText(view, state)) : null,
  ].filter((line) => line !== null);
  return html`${!panel && waits.length > 0 ? html`<div class="waits">${waits}</div>` : nothing}
    <div class="notices" part="notices">
      <div role="status">${done && !problem ? keyed(done, doneView(view, done, flow)) : nothing}</div>
      <div role="alert">${shown ? problemBar(view, state, shown, flow) : nothing}</div>
    </div>`;
}

/** Renders a line for as long as there is something that the coach should look at. */
const lookAt = (view: View, kind: 'bursts' | 'zones' | 'toClose', text: string): TemplateResult =>
  html`<div class="wait-line" part="notice ${kind === 'toClose' ? 'to-close' : kind}" role="status">
    ${panelIcons.warning}${textButton('link', text, () => view.open({ kind }))}
  </div>`;

const dismissButton = ({ say }: View, flow: Flow) =>
  iconButton(panelIcons.close, say('dismiss'), () => flow.dismiss(), { part: 'dismiss' });

function doneView(view: View, done: CalendarDone, flow: Flow): TemplateResult {
  const { say } = view;
  return html`<div class="toast" part="notice" ${attached(done, (_, element) => dismissAfter(element, done.undoable, () => flow.dismiss()))}>
    ${panelIcons.done}<span>${doneText(say, done.intent)} ${notifiedText(view, done)}</span>
    <div class="ways">
      ${done.undoable ? textButton('link', say('do_undo'), () => flow.undo(), { part: 'button undo' }) : nothing}
      ${dismissButton(view, flow)}
    </div>
  </div>`;
}

function problemBar(view: View, state: CalendarFlowState, problem: CalendarProblem, flow: Flow): TemplateResult {
  const { say, format, open } = view;
  const { kind, intent, bookingId, retryable, retryAfter, requestId } = problem;
  const booking = bookingOf(state, bookingId);
  const { alternatives } = withoutStart(problem, booking?.start);
  const button = (text: string, act: () => void) => textButton('soft', text, act);
  return html`<div class="problem" part="problem">
    ${panelIcons.warning}
    <div class="words">
      <p>
        ${booking ? html`<b>${booking.attendee.name}:</b> ` : nothing}${problemText(say, problem)}
        ${retryAfter ? say('wait', { count: retryAfter }) : nothing} ${drawnAtOnce.test(intent) && kind !== 'stale' ? say('putBack') : nothing}
      </p>
      ${
        booking && intent === 'reschedule' && alternatives.length > 0
          ? html`<p class="quiet">${say('alternatives')}</p>
              <div class="ways">${alternatives.map(({ start }) => button(momentText(format, start), () => open({ kind: 'booking', id: booking.id, act: 'reschedule', at: start })))}</div>`
          : nothing
      }
      ${booking && intent === 'reschedule' ? anywayView(say, problem, { phrase: 'moveAnyway', act: () => void flow.override() }) : nothing}
      <div class="ways">
        ${kind === 'signed_out' ? button(say('signIn'), () => askToSignIn(view.element, flow)) : retryable ? button(say('retry'), () => flow.retry()) : nothing}
        ${kind === 'stale' && intent !== 'findBooking' ? button(say('reload'), () => flow.refresh()) : nothing}
        ${booking && kind !== 'signed_out' ? button(say('showBooking'), () => open({ kind: 'booking', id: booking.id })) : nothing}
      </div>
      ${kind === 'server' && requestId ? html`<small>${say('reference', { id: requestId })}</small>` : nothing}
    </div>
    ${dismissButton(view, flow)}
  </div>`;
}

/** Informs the page that the person wants to sign in again. Unless the page prevents it, the calendar tries again. */
function askToSignIn(element: HTMLElement, flow: Flow): void {
  const event = new CustomEvent('coach-sign-in', { bubbles: true, composed: true, cancelable: true });
  if (element.dispatchEvent(event)) flow.retry();
}
