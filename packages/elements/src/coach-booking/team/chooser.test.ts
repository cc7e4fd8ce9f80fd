import { expect, oneEvent } from '@open-wc/testing';
import { fakeBooking, fakeManaging } from '../../../test/fake-flow.ts';
import { connections, drawn } from '../../../test/mount.ts';
import { bookingStates, manageStates } from '../../../test/states.ts';
import { answerWith, mountTeam, refusal, team, teamAnswer, type Answer } from '../../../test/team.ts';
import { waitUntil } from '../../../test/wait-until.ts';
import { enTeam } from '../../translations/en-team.ts';
import type { CoachBooking } from '../coach-booking.ts';

let served: ReturnType<typeof answerWith>;
const serve = (answers: (url: URL) => Answer | null) => (served = answerWith(answers));
afterEach(() => served.stop());

const { slots } = bookingStates;
const cards = (element: CoachBooking) => [...element.shadowRoot!.querySelectorAll<HTMLElement>('.person')];
const widgetOf = (element: CoachBooking) => element.shadowRoot?.querySelector<CoachBooking>('coach-booking');

async function choosing(attributes: Readonly<Record<string, string>> = {}, coaches = team) {
  serve(() => teamAnswer(coaches));
  const element = await mountTeam(fakeBooking(slots), attributes);
  await waitUntil(() => cards(element).length > 0 || widgetOf(element), 'the coaches come');
  return element;
}

describe('the choice of a coach', () => {
  for (const lang of ['en', 'ar'])
    it(`passes the accessibility check while it loads, with coaches, with a widget and with nobody: ${lang}`, async () => {
      serve(() => null);
      await expect(await mountTeam(fakeBooking(slots), { lang })).to.be.accessible();
      served.stop();
      const element = await choosing({ lang });
      await expect(element).to.be.accessible();
      cards(element)[1]!.click();
      await drawn(widgetOf(element)!);
      await expect(element).to.be.accessible();
      served.stop();
      serve(({ pathname }) =>
        pathname === '/v1/coaches' ? [200, { success: true, data: [] }] : refusal(404, 'COACH_NOT_FOUND'),
      );
      const none = await mountTeam(fakeBooking(slots), { lang, coaches: 'coach-x' });
      await waitUntil(() => none.shadowRoot!.querySelector('[part="notice"]'), 'it says that there is nobody');
      await expect(none).to.be.accessible();
    });

  it('shows each coach with what they are good at, and before them whoever is free first', async () => {
    const texts = cards(await choosing()).map((card) => card.textContent.replace(/\s+/g, ' ').trim());
    expect(texts[0]).to.equal(`${enTeam.teamAny}${enTeam.teamAnyText}`);
    expect(texts[1]).to.contain('Coach A').and.contain('Strength Training');
    expect(texts[2]).to.contain('Coach B').and.contain('HIIT · Endurance');
    expect(texts[3]).to.contain('Yoga');
  });

  it('opens the widget of the coach who is chosen, and leads back', async () => {
    const element = await choosing({ service: 'strength-60' }, team.slice(0, 2));
    setTimeout(() => cards(element)[2]!.click());
    const { detail } = (await oneEvent(element, 'coach-selected')) as CustomEvent;
    expect(detail).to.deep.equal({ coachId: team[1]!.id });
    await drawn(widgetOf(element)!);
    expect(connections.made.at(-1)).to.include({
      coach: 'coach-b',
      service: 'strength-60',
      publishableKey: 'pk_test_x',
    });
    const back = element.shadowRoot!.querySelector<HTMLElement>('.back')!;
    expect(element.shadowRoot!.activeElement).to.equal(back);
    back.click();
    expect(cards(element)).to.have.length(3);
    expect(element.shadowRoot!.activeElement?.id).to.equal('step');
  });

  it('opens one widget for whoever is free first, by the names of the page or for the whole team', async () => {
    for (const [attributes, expected] of [
      [{}, '*'],
      [{ coaches: 'coach-a, coach-b' }, 'coach-a coach-b'],
    ] as const) {
      const element = await choosing(attributes);
      cards(element)[0]!.click();
      await drawn(widgetOf(element)!);
      expect(connections.made.at(-1)).to.include({ coach: expected });
      served.stop();
    }
  });

  it('moves between the cards by arrows', async () => {
    const element = await choosing();
    const press = (key: string) =>
      element.shadowRoot!.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    cards(element)[0]!.focus();
    press('ArrowDown');
    expect(element.shadowRoot!.activeElement).to.equal(cards(element)[1]);
    press('ArrowUp');
    press('ArrowUp');
    expect(element.shadowRoot!.activeElement).to.equal(cards(element)[3]);
  });

  it('asks for those whom the page names', async () => {
    await choosing({ coaches: 'coach-a coach-b', service: 'strength-60' });
    const { pathname, searchParams } = served.asked[0]!;
    expect([
      pathname,
      searchParams.get('coaches'),
      searchParams.get('service'),
      searchParams.get('include'),
    ]).to.deep.equal(['/v1/team/slots', 'coach-a,coach-b', 'strength-60', 'coaches']);
  });

  it('leaves out a coach who takes no bookings now', async () => {
    serve(({ pathname, searchParams }) => {
      if (pathname === '/v1/coaches')
        return [200, { success: true, data: team.slice(0, 2), meta: { nextCursor: null } }];
      return searchParams.get('coaches')?.includes('coach-x')
        ? refusal(404, 'COACH_NOT_FOUND')
        : teamAnswer(team.slice(0, 2));
    });
    const element = await mountTeam(fakeBooking(slots), { coaches: 'coach-a coach-x coach-b' });
    await waitUntil(() => cards(element).length === 3, 'the others come');
  });

  it('opens the widget at once where one coach is left', async () => {
    const element = await choosing({}, team.slice(1, 2));
    await drawn(widgetOf(element)!);
    expect(connections.made[0]).to.include({ coach: 'coach-b' });
    expect(element.shadowRoot!.querySelector('.back')).to.equal(null);
  });

  it('offers nobody at random where no service is shared', async () => {
    expect(cards(await choosing({}, [team[0]!, team[2]!])).map((card) => card.matches('.any'))).to.deep.equal([
      false,
      false,
    ]);
  });

  it('leaves the explanation to the widget where the request is refused', async () => {
    serve(() => refusal(403, 'ORIGIN_NOT_ALLOWED'));
    const element = await mountTeam(fakeBooking(bookingStates.setup));
    await waitUntil(() => widgetOf(element), 'the widget comes');
    expect(connections.made[0]).to.include({ coach: '*' });
  });

  it('goes on with the choice after a reload, in the same tab', async () => {
    const element = await choosing();
    cards(element)[2]!.click();
    const again = element.cloneNode() as CoachBooking;
    element.replaceWith(again);
    await waitUntil(() => widgetOf(again), 'the widget comes');
    expect(widgetOf(again)!.getAttribute('coach')).to.equal('coach-b');
  });

  it('opens a booking by its token without a choice', async () => {
    serve(() => null);
    const element = await mountTeam(fakeManaging(manageStates.booking), { 'manage-token': 'token' });
    await waitUntil(() => widgetOf(element), 'the booking comes');
    await drawn(widgetOf(element)!);
    expect(connections.made.at(-1)).to.include({ manageToken: 'token' });
  });
});
