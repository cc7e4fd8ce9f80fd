import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarProblem, MeetingAnswer } from '@coach-booking/sdk';
import { filled, isolated } from '../../internal/i18n/say.ts';
import { meetingTexts, type MeetingTexts } from '../../internal/meetings/texts.ts';
import { openTab, type NewTab } from '../../internal/new-tab.ts';
import type { MeetingContext } from '../panels/booking/meeting-section.ts';
import { textButton } from '../panels/parts/buttons.ts';
import { problemView } from '../panels/parts/problem-view.ts';
import { stampText } from '../panels/parts/texts.ts';

type Meeting = NonNullable<MeetingAnswer['meeting']>;

/** Opens a tab; tests replace it. */
export const newTab: { open(): NewTab | null } = { open: openTab };

/**
 * Renders what is known of a meeting: its state, why it waits, who was there, and the button that starts it; loading,
 * or a problem and a button to retry.
 */
export function meetingView(context: MeetingContext): TemplateResult {
  const { view, own, read, booking } = context;
  const { answer, seen } = own.value;
  if (!answer) return html`<p class="quiet" role="status">${view.say('busy')}</p>`;
  if (seen !== booking.video?.state) queueMicrotask(read);
  const { meeting, problem } = answer;
  if (!meeting) return problemView(view, problem, { more: textButton('soft', view.say('retry'), read) });
  const texts = meetingTexts(view.language);
  const isOver = meeting.status === 'completed' || Date.parse(meeting.end) <= view.now;
  return html`<div class="step">
    <p><b>${texts[`status_${meeting.status}`]}</b></p>
    ${waitView(context, meeting, texts)} ${hintView(meeting, texts, isOver)}
    ${meeting.status === 'scheduled' && !isOver ? startView(context, texts) : nothing}
  </div>`;
}

/** Renders why a meeting is not made so far, and when that is tried again. */
function waitView({ view }: MeetingContext, { waiting }: Meeting, texts: MeetingTexts): unknown {
  if (!waiting) return nothing;
  const { reason, nextAttemptAt } = waiting;
  const next = nextAttemptAt && filled(texts.next, { at: isolated(stampText(view.format, nextAttemptAt)) });
  return html`<p>${texts[`wait_${reason}`]} ${next ?? nothing}</p>`;
}

/** Renders the hint at who was there. While the session goes on, who has not come yet may still come. */
function hintView({ attendance }: Meeting, texts: MeetingTexts, isOver: boolean): unknown {
  if (!attendance) return nothing;
  return html`<p>${isOver ? texts[attendance] : texts[`${attendance}_now`]} ${attendance === 'both' ? nothing : html`<span class="quiet">${texts.hint}</span>`}</p>`;
}

/** Renders the button that starts the meeting in a tab that the press opens; where the browser opened none, a link. */
function startView(context: MeetingContext, texts: MeetingTexts): TemplateResult {
  const { view, own, flow, booking } = context;
  const { host } = own.value;
  const start = async (): Promise<void> => {
    if (own.value.host?.isPending) return;
    const tab = newTab.open();
    own.set({ host: { isPending: true, url: null, problem: null } });
    const { hostLink, problem } = await flow.createHostLink(booking.id);
    if (hostLink) tab?.lead(hostLink.url);
    else tab?.close();
    own.set({ host: { isPending: false, url: tab || !hostLink ? null : hostLink.url, problem } });
  };
  const text = host?.isPending ? view.say('busy') : texts.start;
  return html`<div role="status">${host && !host.isPending && !host.problem ? html`<p>${host.url ? texts.blocked : texts.opened}</p>` : nothing}</div>
    ${host?.url ? html`<p><a href=${host.url} target="_blank" rel="noopener noreferrer" part="link" @click=${() => own.set({ host: null })}>${texts.open}</a></p>` : nothing}
    ${startProblem(context, texts, host?.problem ?? null)}
    <div class="ways">
      <button type="button" class="go" part="button start-meeting" aria-describedby="start-note" aria-disabled=${host?.isPending ?? false} @click=${start}>${text}</button>
    </div>
    <p class="quiet" id="start-note">${texts.startNote}</p>`;
}

/** Renders why there is no link: in words of its own where the code is one of meetings. */
function startProblem({ view }: MeetingContext, texts: MeetingTexts, problem: CalendarProblem | null): unknown {
  const words: Readonly<Record<string, string>> = {
    MEETING_NOT_READY: texts.notReady,
    PROVIDER_UNAVAILABLE: texts.away,
    FORBIDDEN: texts.notYours,
  };
  const own = problem && words[problem.code];
  return own
    ? html`<div role="alert" class="alert"><div class="problem" part="problem"><p>${own}</p></div></div>`
    : problemView(view, problem);
}
