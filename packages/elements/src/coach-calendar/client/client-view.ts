import { html, nothing } from 'lit';
import type { CalendarProblem, ClientView } from '@coach-booking/sdk';
import { quantitiesFor } from '../../internal/charts/quantity.ts';
import { utcOf } from '@coach-booking/time/dates';
import { wallClock } from '../../internal/dates/wall-clock.ts';
import { bookingOf } from '../booking-of.ts';
import { startOfNew } from '../opening-minute.ts';
import { problemText } from '../panels/parts/texts.ts';
import type { ClientContext, Part, Shown } from './context.ts';
import { dietView } from './diet-view.ts';
import { notesView } from './notes-view.ts';
import { isBlank, profileView, togetherView } from './profile-view.ts';
import { progressView } from './progress-view.ts';
import type { ClientSay } from './translations/index.ts';
import { workoutsView } from './workouts-view.ts';

/** Renders the client in each state: being read, there, not connected, failed. */
export function clientView(context: ClientContext, say: ClientSay): unknown {
  const { panel, state } = context;
  const client = state.client?.id === panel.id ? state.client : null;
  const status = client?.status ?? 'loading';
  return html`<p role="status" class=${status === 'loading' ? 'quiet' : 'vh'}>${status === 'loading' ? say('loading') : status === 'ready' ? say('loaded') : nothing}</p>
    ${status === 'not_connected' ? notConnected(context, say) : nothing} ${client && status === 'failed' ? failed(context, say, client.problem) : nothing}
    ${client && isShown(client) ? ready(context, say, client) : notesView(context, say)}
    ${status === 'ready' ? nextView(context, say) : nothing}`;
}

const isShown = (client: ClientView): client is ClientView & Shown =>
  client.status === 'ready' && !!client.profile && !!client.workouts && !!client.diet && !!client.progress;

const notConnected = ({ panel }: ClientContext, say: ClientSay) =>
  html`<div role="status" class="warning" part="warning"><p><b>${say('notConnected', { name: panel.name })}</b></p><p>${say('notConnectedWhy')}</p></div>`;

function failed({ panel, view, flow, retry }: ClientContext, say: ClientSay, problem: CalendarProblem | null): unknown {
  const { kind, code, retryable = true, retryAfter, requestId } = problem ?? {};
  const text =
    code === 'OFFLINE'
      ? say('offline')
      : kind === 'forbidden'
        ? say('forbidden')
        : problem
          ? problemText(view.say, problem)
          : '';
  return html`<div role="alert" class="problem" part="problem">
    <p>${text} ${retryAfter ? view.say('wait', { count: retryAfter }) : nothing}</p>
    ${retryable ? html`<button type="button" class="soft" part="button" @click=${retry(() => flow.openClient(panel.id))}>${view.say('retry')}</button>` : nothing}
    ${kind === 'server' && requestId ? html`<small>${view.say('reference', { id: requestId })}</small>` : nothing}
  </div>`;
}

/** Renders the button that begins another booking with the client, of the same service; it leads back here. */
function nextView({ panel, view, state }: ClientContext, say: ClientSay): unknown {
  const booking = panel.then.kind === 'booking' ? bookingOf(state, panel.then.id) : undefined;
  const { email, phone } = booking?.attendee ?? {};
  const person = {
    kind: 'client' as const,
    id: panel.id,
    name: panel.name,
    ...(email && { email }),
    ...(phone && { phone }),
  };
  const { serviceId } = booking ?? {};
  const begin = () => {
    const start = startOfNew(state, wallClock(state.timeZone), view.now, state.slotInterval ?? 30);
    view.open({ kind: 'create', start, person, then: panel, ...(serviceId && { serviceId }) });
  };
  return html`<div class="actions" part="actions"><button type="button" class="soft" part="button book-next" @click=${begin}>${say('bookNext')}</button></div>`;
}

function ready(context: ClientContext, say: ClientSay, shown: Shown): unknown {
  const { panel, view, state } = context;
  const dates = new Intl.DateTimeFormat(view.language, { dateStyle: 'medium', timeZone: 'UTC' });
  const part: Part = {
    ...shown,
    view,
    say,
    quantities: quantitiesFor(view.language),
    date: (plain) => dates.format(utcOf(plain)),
  };
  const { profile, workouts, diet, progress } = shown;
  const isEmpty = isBlank(profile.profile) && [workouts, diet, progress].every(({ days }) => days.length === 0);
  return html`${state.connection === 'offline' ? html`<p class="warning" role="status">${say('readBefore')}</p>` : nothing}
    ${
      isEmpty
        ? html`<p class="none">${say('nothingAtAll', { name: panel.name, date: part.date(workouts.from) })}</p>`
        : profileView(part)
    }
    ${notesView(context, say)} ${isEmpty ? nothing : [progressView(part), workoutsView(part), dietView(part)]}
    ${togetherView(part)}
    <p class="quiet"><small>${say('audited')}</small></p>`;
}
