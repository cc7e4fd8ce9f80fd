import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarBooking, CalendarFlowState } from '@coach-booking/sdk';
import type { Flow } from '../../flow.ts';
import { stepFrame } from '../parts/frame.ts';
import { pressOnce } from '../parts/press-once.ts';
import { problemOf, problemView } from '../parts/problem-view.ts';
import type { Panel, View } from '../parts/panel.ts';
import { spanText } from '../parts/texts.ts';

const ways = ['complete', 'no_show'] as const;

interface ToCloseContext {
  readonly panel: Panel;
  readonly view: View;
  readonly state: CalendarFlowState;
  readonly flow: Flow;
}

/** Renders the sessions that are over and not closed, the last one first, each with both ways to close it. */
export function toCloseView({ panel, view, state, flow }: ToCloseContext): TemplateResult {
  const { say, format } = view;
  const { bookings, total } = state.toClose;
  const steps = { complete: flow.complete, no_show: flow.noShow };
  /** The next session takes this one's place, so the focus stays there: on the name, where a press only opens. */
  const act = (event: Event, way: (typeof ways)[number], id: string) =>
    pressOnce(panel, event, () => {
      const row = (event.currentTarget as Element).closest('li')!;
      const next = (row.nextElementSibling ? row : row.previousElementSibling)?.querySelector<HTMLElement>('.entry');
      (next ?? (row.getRootNode() as ShadowRoot).getElementById('panel-title'))?.focus();
      steps[way](id);
    });
  const entry = ({ id, start, end, attendee, status, serviceTitle, actions }: CalendarBooking, first: boolean) =>
    html`<li class="closing">
      <button type="button" class="entry" part="button" ?autofocus=${first} @click=${() => view.open({ kind: 'booking', id, then: panel })}>
        <b><bdi>${attendee.name}</bdi></b>
        <span>${start && end ? spanText(format, start, end) : nothing} <bdi class="quiet">${serviceTitle}</bdi></span>
        <span class="status status-${status}" part="status status-${status}">${say(status)}</span>
      </button>
      <div class="ways" role="group" aria-label=${attendee.name}>
        ${ways
          .filter((way) => actions.includes(way))
          .map(
            (way) =>
              html`<button type="button" class="soft" part="button action-${way}" @click=${(event: Event) => act(event, way, id)}>${say(`do_${way}`)}</button>`,
          )}
      </div>
    </li>`;
  const content =
    bookings.length === 0
      ? html`<p class="quiet">${say('toCloseNone')}</p>`
      : html`<p class="quiet">${say('toCloseHint')}</p>
          <ul class="list">${bookings.map((booking, at) => entry(booking, at === 0))}</ul>
          ${total > bookings.length ? html`<p class="quiet">${say('toCloseMore')}</p>` : nothing}`;
  return stepFrame(html`${problemView(view, problemOf(state.problem, ['complete', 'noShow']))} ${content}`);
}
