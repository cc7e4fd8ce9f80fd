import { html, nothing, type TemplateResult } from 'lit';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import type { Meeting } from './calls.ts';
import type { MeetingFormat } from './meeting-format.ts';
import type { MeetingTexts } from './texts/index.ts';

type Participant = Meeting['participants'][number];

/** Returns a visitor's stay as a sentence; undefined for a person of whom none is known. */
function visitText(
  { joinTime, leaveTime, duration }: Participant,
  texts: MeetingTexts,
  format: MeetingFormat,
): string | undefined {
  const [from, to] = [joinTime && format.time(joinTime), leaveTime && format.time(leaveTime)];
  if (from && to) return filled(texts.visit, { from, to, minutes: format.minutes(duration ?? 0) });
  if (from) return filled(texts.visitOpen, { from });
  return to ? filled(texts.visitEnd, { to }) : undefined;
}

/** Renders who was there, as far as is known. */
function peopleView({ participants }: Meeting, texts: MeetingTexts, format: MeetingFormat): unknown {
  const there = participants.flatMap((person) => {
    const visit = visitText(person, texts, format);
    return visit === undefined ? [] : [{ person, visit }];
  });
  if (there.length === 0) return nothing;
  return html`<details>
    <summary>${texts.people}</summary>
    <ul>
      ${there.map(
        ({ person: { name, email, role }, visit }) =>
          html`<li>
            <bdi>${name ?? email ?? texts.unnamed}</bdi>${role === 'host' ? html` <span class="quiet">(${texts.host})</span>` : nothing}<br />
            <span class="quiet">${visit}</span>
          </li>`,
      )}
    </ul>
  </details>`;
}

/** Renders the hint at who was there. While the session goes on, who has not come yet may still come. */
function hintView({ attendance }: Meeting, texts: MeetingTexts, isOver: boolean): unknown {
  if (!attendance) return nothing;
  const words = isOver ? texts[attendance] : texts[`${attendance}_now`];
  return html`<p>${words}${attendance === 'both' ? nothing : html` <span class="quiet">${texts.hint}</span>`}</p>`;
}

/** Renders why a meeting is not made so far, and when that is tried again. */
function waitView({ waiting }: Meeting, texts: MeetingTexts, format: MeetingFormat): unknown {
  if (!waiting) return nothing;
  const { reason, nextAttemptAt } = waiting;
  const next = nextAttemptAt ? ` ${filled(texts.next, { at: format.stamp(nextAttemptAt) })}` : '';
  return html`<p>${texts[`wait_${reason}`]}${next}</p>`;
}

function recordingView({ recording }: Meeting, texts: MeetingTexts, format: MeetingFormat): unknown {
  const { downloadUrl, fileSize, duration, password } = recording;
  if (!downloadUrl) return nothing;
  const words = filled(texts.recording, { minutes: format.minutes(duration ?? 0), size: format.size(fileSize ?? 0) });
  return html`<p>
    <a href=${downloadUrl} target="_blank" rel="noopener noreferrer">${words}</a>
    ${password ? html`<span class="quiet">${filled(texts.password, { password: isolated(password) })}</span>` : nothing}
  </p>`;
}

/** Renders what is known of a meeting, but for its name and what can be done. */
export function meetingFacts(
  meeting: Meeting,
  texts: MeetingTexts,
  format: MeetingFormat,
  isOver: boolean,
): TemplateResult {
  const { start, end, status, meetingId, password } = meeting;
  const isOpen = status === 'scheduled';
  const entry = [
    ...(isOpen && meetingId ? [filled(texts.number, { number: isolated(meetingId) })] : []),
    ...(isOpen && password ? [filled(texts.password, { password: isolated(password) })] : []),
  ];
  return html`<p>${format.span(start, end)} · ${texts[`status_${status}`]}</p>
    ${entry.length > 0 ? html`<p class="quiet">${entry.join(' · ')}</p>` : nothing} ${waitView(meeting, texts, format)} ${hintView(meeting, texts, isOver)}
    ${recordingView(meeting, texts, format)} ${peopleView(meeting, texts, format)}`;
}
