import { expect } from '@open-wc/testing';
import { ConflictError, ConnectionError, ForbiddenError, ServerError, type User } from '@coach-booking/sdk';
import type { NewTab } from '@coach-booking/elements/internal/new-tab';
import { account } from '../../../test/admin-stage.ts';
import { sessionOf } from '../../../test/fake-session.ts';
import { meetingCalls, meetings, MEETINGS_NOW } from '../../../test/meeting-stage.ts';
import { failure } from '../../../test/page-acts.ts';
import type { Meeting, MeetingCalls } from './calls.ts';
import { defineMeetings } from './elements.ts';
import { DeskMeetings } from './meetings-page.ts';

let calls: MeetingCalls;
let tab: (NewTab & { led: string[]; closed: number }) | null;
class TestMeetings extends DeskMeetings {
  static override calls = () => calls;
  static override now = () => MEETINGS_NOW;
  static override openTab = () => tab;
}
defineMeetings(TestMeetings);

let page: TestMeetings;
const settle = async () => {
  for (let turn = 0; turn < 6; turn++) await new Promise((done) => setTimeout(done));
};
async function open(
  change: Partial<MeetingCalls> = {},
  { user = account('coach'), given = meetings }: { user?: User; given?: readonly Meeting[] } = {},
): Promise<void> {
  page?.remove();
  const led: string[] = [];
  tab = { led, closed: 0, lead: (url) => void led.push(url), close: () => void (tab!.closed += 1) };
  calls = meetingCalls(change, given);
  page = document.createElement('coach-desk-meetings') as TestMeetings;
  Object.assign(page, { session: sessionOf(user), user, coach: 'me' });
  document.body.append(page);
  await settle();
}
const root = () => page.shadowRoot!;
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ');
const text = () => plain(root().textContent);
const card = (name: string, nth = 0) =>
  [...root().querySelectorAll('li.rule')].filter((one) => one.querySelector('h3')!.textContent.includes(name))[nth]!;
const cardText = (name: string, nth = 0) => plain(card(name, nth).textContent);
const press = async (words: string, within: ParentNode = root()) => {
  [...within.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === words)!.click();
  await settle();
};
const starts = () => [...root().querySelectorAll('button.go')].length;

describe('the page of meetings', () => {
  it('passes the accessibility check: with meetings in all states, with none, and with a link to press', async () => {
    await open();
    for (const details of root().querySelectorAll('details')) details.open = true;
    await expect(page).to.be.accessible();
    tab = null;
    await press('Start the meeting', card('Chidi'));
    await expect(page).to.be.accessible();
    await open({}, { given: [] });
    await expect(page).to.be.accessible();
  });

  it('shows the meetings to come by start and those that are over from the latest, at the clock of the coach', async () => {
    await open();
    const names = [...root().querySelectorAll('h3')].map(({ textContent }) =>
      textContent.replace('Video call with ', ''),
    );
    expect(names).to.deep.equal([
      ...['Chidi Okafor', 'Ana Diaz', 'Dana Kim', 'Eli Novak', 'Fay Wong'],
      ...['Ana Diaz', 'Bo Lindqvist'],
    ]);
    expect(cardText('Chidi')).to.contain('Apr 14, 2028, 10:00 – 11:00 AM · Ready');
    expect(text()).to.contain('by the clock of New York');
  });

  it('asks for thirty days back and two weeks ahead', async () => {
    const asked: unknown[] = [];
    const { listZoomMeetings: list } = meetingCalls();
    await open({
      listZoomMeetings: ((input: never) => {
        asked.push(input);
        return list(input);
      }) as never,
    });
    expect(asked).to.deep.equal([{ coach: 'me', from: '2028-03-15T14:10:00.000Z', to: '2028-04-28T14:10:00.000Z' }]);
  });

  it('says who was there as a hint, and never that somebody stayed away', async () => {
    await open();
    expect(cardText('Chidi')).to.contain('The guest has joined and waits for the coach. A hint, not a record');
    expect(cardText('Bo')).to.contain('The coach joined. That the guest did was not told. A hint, not a record');
    expect(cardText('Ana Diaz', 1)).to.contain('Both sides were there.');
    expect(cardText('Ana Diaz', 1)).to.contain('Ana Diaz 11:01 AM to 11:59 AM, 58 min');
    expect(cardText('Ana Diaz', 1)).to.contain('Without a name until 11:10 AM');
    expect(cardText('Dana')).not.to.contain('hint');
  });

  it('says why a meeting is not made, and when that is tried again, at the clock of the coach', async () => {
    await open();
    expect(cardText('Dana')).to.contain(
      'Being prepared The provider makes no more meetings of this host today. It is tried again on Apr 14, 2028, 8:00 PM.',
    );
    expect(cardText('Fay')).to.contain('Could not be made The account at the provider has to be connected again.');
    expect(cardText('Fay')).not.to.contain('tried again');
  });

  it('leads to the page of a recording, with its password, in a tab that knows nothing of this one', async () => {
    await open();
    const link = card('Ana Diaz', 1).querySelector('a')!;
    expect([link.href, link.target, link.rel]).to.deep.equal([
      'https://us05web.zoom.us/rec/share/abc',
      '_blank',
      'noopener noreferrer',
    ]);
    expect(cardText('Ana Diaz', 1)).to.contain('Recording, 58 min, 73 MB Password k9w!2s');
  });

  it('shows number and password of meetings that can be entered alone', async () => {
    await open();
    expect(cardText('Chidi')).to.contain('Meeting 85712345673 · Password 482913');
    for (const name of ['Dana', 'Eli', 'Fay', 'Bo']) expect(cardText(name)).not.to.contain('482913');
  });

  describe('starting a meeting', () => {
    it('leads a tab that was opened at the press to a fresh link, and keeps no link in the page', async () => {
      await open();
      await press('Start the meeting', card('Chidi'));
      expect(tab!.led).to.deep.equal([`https://us05web.zoom.us/s/${meetings[2]!.id}?zak=x`]);
      expect(cardText('Chidi')).to.contain('The meeting opens in a new tab.');
      expect(root().innerHTML).not.to.contain('zak');
    });

    it('offers a link to press where the browser opens no tab, and forgets it then', async () => {
      await open();
      tab = null;
      await press('Start the meeting', card('Chidi'));
      const link = card('Chidi').querySelector('a')!;
      expect([link.textContent, link.rel]).to.deep.equal(['Open the meeting', 'noopener noreferrer']);
      link.addEventListener('click', (event) => event.preventDefault());
      link.click();
      await settle();
      expect(root().innerHTML).not.to.contain('zak');
    });

    for (const [title, error, said] of [
      ['that is not ready', new ConflictError(failure(409, 'MEETING_NOT_READY')), 'The meeting is not ready yet.'],
      [
        'while Zoom is away',
        new ServerError(failure(503, 'PROVIDER_UNAVAILABLE')),
        'The link of the booking works still.',
      ],
      ['of somebody else', new ForbiddenError(failure(403, 'FORBIDDEN')), 'Only who runs the session'],
    ] as const)
      it(`closes the tab and says why for one ${title}`, async () => {
        await open({ createHostLink: () => Promise.reject(error) });
        await press('Start the meeting', card('Chidi'));
        expect([tab!.led, tab!.closed]).to.deep.equal([[], 1]);
        expect(plain(card('Chidi').querySelector('[role=alert]')!.textContent)).to.contain(said);
      });

    it('is offered to members of the team for their own sessions alone', async () => {
      await open();
      expect(starts()).to.equal(2);
      await open({}, { user: { ...account('staff'), staffId: meetings[3]!.staffId! } });
      expect(starts()).to.equal(1);
      await open({}, { user: account('staff') });
      expect(starts()).to.equal(0);
    });
  });

  it('says what went wrong, and looks again on demand', async () => {
    await open({
      listZoomMeetings: () => Promise.reject(new ConnectionError('OFFLINE', 'GET', '/v1/coaches/me/zoom-meetings')),
    });
    expect(root().querySelector('[role=alert]')!.textContent.trim()).not.to.equal('');
    Object.assign(calls, { listZoomMeetings: meetingCalls().listZoomMeetings });
    await press('Look again');
    expect(root().querySelectorAll('li.rule')).to.have.length(7);
  });

  it('says that there is none', async () => {
    await open({}, { given: [] });
    expect(text()).to.contain('No meeting here. Which services have one is set under Services.');
  });
});
