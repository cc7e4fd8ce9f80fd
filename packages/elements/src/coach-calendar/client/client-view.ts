import { html, nothing } from 'lit';
import type { CalendarProblem, ClientView } from '@coach-booking/sdk';
import { quantitiesFor } from '../../internal/charts/quantity.ts';
import { utcOf } from '@coach-booking/time/dates';
import { problemText } from '../panels/parts/texts.ts';
import type { ClientContext, Part, Shown } from './context.ts';
import { dietView } from './diet-view.ts';
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
    ${client && isShown(client) ? ready(context, say, client) : nothing}`;
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

function ready({ panel, view, state }: ClientContext, say: ClientSay, shown: Shown): unknown {
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
        : [profileView(part), progressView(part), workoutsView(part), dietView(part)]
    }
    ${togetherView(part)}
    <p class="quiet"><small>${say('audited')}</small></p>`;
}
