import { expect } from '@open-wc/testing';
import type { CalendarBooking, HostLinkAnswer, MeetingAnswer } from '@coach-booking/sdk';
import { calendarProblem, calendarState, oneOfEach } from '../../../test/calendar-states.ts';
import { meetingOf } from '../../../test/meeting-states.ts';
import { stagePanel, type PanelStage } from '../../../test/panel-stage.ts';
import { waitUntil } from '../../../test/wait-until.ts';
import { meetingTexts } from '../../internal/meetings/texts.ts';
import { meetingFile } from '../panels/booking/meeting-section.ts';
import { newTab } from './meeting-view.ts';

/** In progress, and to come tomorrow. */
const [now, coming] = [oneOfEach[3]!, oneOfEach[6]!];
const video = { joinUrl: 'https://book.example/join/x7.a9', provider: 'zoom', state: 'ready' } as const;
const online = (booking: CalendarBooking, change: object = {}): CalendarBooking => ({
  ...booking,
  locationKind: 'online',
  video: { ...video, ...change },
});
const url = 'https://us05web.zoom.us/s/85712345678?zak=secret';
const given: HostLinkAnswer = { hostLink: { url, expiresAt: '2028-04-12T16:20:00Z' }, problem: null };
const refused = (code: string): HostLinkAnswer => ({
  hostLink: null,
  problem: calendarProblem('refused', { code, intent: 'createHostLink' }),
});

const within = (element: PanelStage) => element.renderRoot.querySelector<HTMLDetailsElement>('[part~="meeting"]');
const shownText = (element: PanelStage) =>
  within(element)!
    .textContent.replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ');
const startButton = (element: PanelStage) =>
  within(element)!.querySelector<HTMLButtonElement>('[part~="start-meeting"]');

/** Returns the panel of a booking whose meeting is open, on a flow with these answers. */
async function shown(
  booking: CalendarBooking,
  answer: MeetingAnswer | null = null,
  more: { lang?: string; theme?: string; host?: HostLinkAnswer | Promise<HostLinkAnswer> } = {},
) {
  const element = await stagePanel(null, calendarState({ bookings: [booking] }), more);
  const asked: unknown[][] = [];
  const current = () => element.flow.$state.get().bookings[0]!;
  Object.assign(element.flow, {
    readMeeting: (...args: unknown[]) => (
      asked.push(['read', ...args]),
      Promise.resolve(answer ?? { meeting: meetingOf(current()), problem: null })
    ),
    createHostLink: (...args: unknown[]) => (asked.push(['host', ...args]), Promise.resolve(more.host ?? given)),
  });
  element.panel = { kind: 'booking', id: booking.id };
  element.requestUpdate();
  await element.updateComplete;
  const part = within(element);
  if (part) part.open = true;
  await waitUntil(() => within(element)?.querySelector('.step, .problem'), 'the file comes');
  return { element, asked };
}

/** Replaces the tabs of the browser: `null` opens none. */
function tabs(opens = true) {
  const seen = { led: [] as string[], closed: 0 };
  newTab.open = () => (opens ? { lead: (to) => void seen.led.push(to), close: () => void (seen.closed += 1) } : null);
  return seen;
}

describe('the meeting in the panel of a booking', () => {
  const { open } = newTab;
  afterEach(() => {
    newTab.open = open;
  });

  for (const theme of ['light', 'dark'])
    for (const state of ['ready', 'preparing', 'failed'])
      it(`passes the accessibility check: ${state}, ${theme}`, async () => {
        const { element } = await shown(online(now, { state }), null, { theme });
        await expect(element).to.be.accessible();
        for (const control of within(element)!.querySelectorAll('button, a, summary'))
          expect(control.getBoundingClientRect().height, control.outerHTML).to.be.at.least(44);
      });

  it('is open from half an hour before the session until its end, and folded and unread else', async () => {
    const soon = await stagePanel({ kind: 'booking', id: now.id }, calendarState({ bookings: [online(now)] }));
    expect(within(soon)!.open).to.equal(true);
    const later = await stagePanel({ kind: 'booking', id: coming.id }, calendarState({ bookings: [online(coming)] }));
    expect(within(later)!.open).to.equal(false);
    expect(later.flow.asked('readMeeting')).to.deep.equal([]);
  });

  it('is there only where a provider makes a meeting, once the coach has agreed', async () => {
    for (const booking of [
      now,
      online(now, { provider: 'jitsi' }),
      { ...online(now), status: 'pending' as const },
      { ...online(now), status: 'cancelled' as const },
    ]) {
      const element = await stagePanel({ kind: 'booking', id: now.id }, calendarState({ bookings: [booking] }));
      expect(within(element)).to.equal(null);
    }
  });

  it('says why a meeting waits, and when it is tried again', async () => {
    const { element } = await shown(online(coming, { state: 'preparing' }));
    expect(shownText(element)).to.contain(
      'Being prepared The provider makes no more meetings of this host today. It is tried again on Apr 12, 2028, 8:00',
    );
    expect(startButton(element)).to.equal(null);
  });

  it('gives who was there as a hint, and never as an absence', async () => {
    const { element } = await shown(online(now));
    expect(shownText(element)).to.contain('The coach has joined, the guest has not yet. A hint, not a record');
    const over = { meeting: meetingOf(now, { status: 'completed' }), problem: null };
    const past = await shown({ ...online(now), status: 'completed' }, over);
    expect(shownText(past.element)).to.contain('The coach joined. That the guest did was not told. A hint');
    expect(startButton(past.element)).to.equal(null);
  });

  it('reads the meeting again once the booking says that it is made', async () => {
    const { element, asked } = await shown(online(coming, { state: 'preparing' }));
    element.flow.set({ bookings: [online(coming)] });
    await waitUntil(() => startButton(element), 'it can be started');
    expect(asked).to.deep.equal([
      ['read', coming.id],
      ['read', coming.id],
    ]);
  });

  it('leads a tab that the press opens to a fresh link, and keeps that nowhere', async () => {
    const seen = tabs();
    const { element, asked } = await shown(online(now));
    startButton(element)!.click();
    startButton(element)!.click();
    await waitUntil(() => seen.led.length === 1);
    await element.updateComplete;
    expect([seen.led, seen.closed]).to.deep.equal([[url], 0]);
    expect(asked.filter(([what]) => what === 'host')).to.deep.equal([['host', now.id]]);
    expect(shownText(element)).to.contain('The meeting opens in a new tab.');
    expect((element.renderRoot as ShadowRoot).innerHTML).not.to.contain('zak');
  });

  it('offers a link to press where the browser opens no tab, and forgets it then', async () => {
    tabs(false);
    const { element } = await shown(online(now));
    startButton(element)!.click();
    const link = () => within(element)!.querySelector('a');
    await waitUntil(() => link(), 'the link comes');
    expect([link()!.href, link()!.target, link()!.rel]).to.deep.equal([url, '_blank', 'noopener noreferrer']);
    expect(shownText(element)).to.contain('Your browser kept the new tab shut.');
    await expect(element).to.be.accessible();
    link()!.addEventListener('click', (event) => event.preventDefault());
    link()!.click();
    await element.updateComplete;
    expect((element.renderRoot as ShadowRoot).innerHTML).not.to.contain('zak');
  });

  for (const [code, words] of [
    ['MEETING_NOT_READY', 'The meeting is not ready yet.'],
    ['PROVIDER_UNAVAILABLE', 'The link of the booking works still.'],
    ['FORBIDDEN', 'Only who runs the session can start its meeting.'],
    ['RATE_LIMITED', ''],
  ] as const)
    it(`closes the tab and says why there is no link: ${code}`, async () => {
      const seen = tabs();
      const { element } = await shown(online(now), null, { host: refused(code) });
      startButton(element)!.click();
      await waitUntil(() => within(element)!.querySelector('[role="alert"] .problem'), 'the reason comes');
      expect([seen.led, seen.closed]).to.deep.equal([[], 1]);
      expect(within(element)!.querySelector('[role="alert"]')!.textContent).to.contain(words);
      expect(shownText(element)).not.to.contain('opens in a new tab.');
    });

  it('says why it could not be read, and reads again on request', async () => {
    const problem = calendarProblem('offline', { code: 'OFFLINE', intent: 'readMeeting' });
    const { element, asked } = await shown(online(now), { meeting: null, problem });
    expect(shownText(element)).to.contain('The server cannot be reached');
    within(element)!.querySelector('button')!.click();
    await waitUntil(() => asked.length === 2);
  });

  it('shows that its file could not be loaded, and loads it again on request', async () => {
    const { load } = meetingFile;
    meetingFile.load = () => Promise.reject(new Error('no network'));
    try {
      const { element } = await shown(online(now));
      meetingFile.load = load;
      within(element)!.querySelector('button')!.click();
      await waitUntil(() => startButton(element), 'the file comes');
    } finally {
      meetingFile.load = load;
    }
  });

  it('speaks five languages', async () => {
    const names = Object.keys(meetingTexts('en')).sort();
    for (const lang of ['de', 'es', 'fr', 'ar']) {
      const texts = meetingTexts(`${lang}-XX`);
      expect(Object.keys(texts).sort()).to.deep.equal(names);
      expect(texts.start).not.to.equal(meetingTexts('en').start);
      expect(texts.next).to.contain('{at}');
    }
    const { element } = await shown(online(now), null, { lang: 'ar' });
    expect(shownText(element)).to.contain(meetingTexts('ar').start);
  });
});
