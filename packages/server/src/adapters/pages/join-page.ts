import { Router, type Response } from 'express';
import { SECOND } from '@coach-booking/time/units';
import { messageLanguageOf } from '../../domain/message/message.ts';
import { localeOf } from '../../application/rendering/locale.ts';
import { dateText, timeText, untilText, zoneText, type Manner } from '../../application/rendering/moment-words.ts';
import { standardTextsIn } from '../../application/rendering/standard/standard-template.ts';
import type { Meeting } from '../../application/video/find-meeting.ts';
import { logoOf } from './brand-parts.ts';
import { closedPage } from './gate-page.ts';
import { html, type Html } from './html.ts';
import { pageLanguage, type PageLanguage } from './page-language.ts';
import { sendNotice, sendPage } from './page.ts';

export interface JoinPageDeps {
  /** Returns the meeting of a join link, as it is now; null for a link that leads to none. */
  meeting(token: string): Promise<Meeting | null>;
}

/** Seconds after which a page that waits looks again. */
const LOOKS_AGAIN = 60;
/** The same while the meeting is being made. */
const LOOKS_OFTEN = 10;

/** Writes when the session is, at the time of the attendee, and of the coach where clocks differ. */
const whenLines = ({ start, end, timeZone, coachZone }: Meeting, { tag }: PageLanguage): readonly Html[] => {
  if (start === undefined || end === undefined) return [];
  const language = messageLanguageOf(tag);
  const locale = localeOf(language, tag);
  const { whenUntil } = standardTextsIn(language).words;
  const lines = [timeZone, coachZone].map((zone) => {
    const manner: Manner = { locale, timeZone: zone, isShort: false };
    return whenUntil
      .replace('{date}', dateText(start, manner))
      .replace('{time}', timeText(start, manner))
      .replace('{end}', timeText(end, manner))
      .replace('{zone}', zoneText(start, manner));
  });
  return [...new Set(lines)].map(
    (line) => html`<p><time datetime="${new Date(start).toISOString()}">${line}</time></p>`,
  );
};

/** Whether its provider has yet to make it: who waits is led there once it has. */
const isPreparing = ({ state }: Meeting): boolean => state === 'preparing';

const explanation = (meeting: Meeting, { say, tag }: PageLanguage): string => {
  const { admission, start, now, timeZone } = meeting;
  if (admission.state === 'open') return say(isPreparing(meeting) ? 'joinPreparing' : 'joinFailed');
  if (admission.state !== 'early') return say(PHRASES[admission.state]);
  const manner: Manner = { locale: localeOf(messageLanguageOf(tag), tag), timeZone, isShort: false };
  return say('joinEarly', { until: untilText(start!, now, manner), opens: timeText(admission.opensAt, manner) });
};

const PHRASES = {
  untimed: 'joinUntimed',
  pending: 'joinPending',
  cancelled: 'joinCancelled',
  over: 'joinOver',
} as const;

function waitingPage(response: Response, language: PageLanguage, meeting: Meeting): void {
  const { say } = language;
  const { admission, coach, service, contact, brand, now } = meeting;
  const isWaiting = admission.state === 'early' || admission.state === 'open';
  const left = admission.state === 'early' ? Math.ceil((admission.opensAt - now) / SECOND) : LOOKS_OFTEN;
  const body = html`<main>
    ${logoOf(meeting)}
    <h1>${say('joinTitle', { service, coach })}</h1>
    ${whenLines(meeting, language)}
    <p><strong>${explanation(meeting, language)}</strong></p>
    ${isWaiting ? html`<p>${say('joinStays')}</p>` : ''}
    ${contact === undefined ? '' : html`<p>${say('joinAsk')} <a href="mailto:${contact}">${contact}</a></p>`}
  </main>`;
  sendPage(response, {
    language,
    title: say('join'),
    partner: brand,
    body,
    script: null,
    isKept: false,
    ...(isWaiting && { looksAgainIn: Math.min(LOOKS_AGAIN, Math.max(1, left)) }),
  });
}

/**
 * Serves `/join/{token}`: the link of messages, calendar files and screens, which stays when a session is moved or the
 * coach changes rooms. It leads to the meeting while that is open, and else shows why not.
 */
export function joinPage({ meeting: meetingOf }: JoinPageDeps): Router {
  const router = Router({ mergeParams: true });
  router.get('/join/:token', async (request, response) => {
    const meeting = await meetingOf(request.params.token);
    const language = pageLanguage(request, meeting?.language);
    if (!meeting) return sendNotice(response, language, language.say('joinNone'), language.say('joinNoneText'));
    if (meeting.suspended) return closedPage(response, language);
    if (meeting.address === undefined) return waitingPage(response, language, meeting);
    response
      .set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex' })
      .redirect(302, meeting.address);
  });
  return router;
}
