import { expect, oneEvent } from '@open-wc/testing';
import { fakeBooking } from '../../test/fake-flow.ts';
import { click, find, findAll, mount, textOf } from '../../test/mount.ts';
import { bookingStates, coach, mixedDay, month, slotAt } from '../../test/states.ts';
import { mountSuggested, suggested } from '../../test/suggested.ts';
import { waitUntil } from '../../test/wait-until.ts';
import type { CoachBooking } from './coach-booking.ts';
import { suggestWith, type AskSuggestions, type Suggested } from './steps/suggestions.ts';

const { slots: choosing } = bookingStates;
const offered = (element: CoachBooking) => findAll(element, '[part~="suggestion"]');
const top = (element: CoachBooking) => find(element, '#day').getBoundingClientRect().top;
const answered = (element: CoachBooking) =>
  waitUntil(() => find(element, '.suggested').getAttribute('aria-busy') === 'false', 'the suggestions come');

/** Suggestions that come when the test says so. */
function later(slots: readonly Suggested[] | Error) {
  const asked: Parameters<AskSuggestions>[0][] = [];
  let settle: () => void;
  const promise = new Promise<readonly Suggested[]>((resolve, reject) => {
    settle = () => (slots instanceof Error ? reject(slots) : resolve(slots));
  });
  return {
    asked,
    ask: ((wanted) => {
      asked.push(wanted);
      return promise;
    }) as AskSuggestions,
    come: () => settle(),
  };
}

describe('suggested times', () => {
  it('passes the accessibility check, before and after the suggestions are known', async () => {
    const { ask, come } = later(suggested);
    const { element, flow } = await mountSuggested(ask);
    flow.set(choosing);
    await element.updateComplete;
    await expect(element).to.be.accessible();
    come();
    await answered(element);
    await expect(element).to.be.accessible();
  });

  it('asks for suggestions once the first times are drawn, and shows them above these without a layout shift', async () => {
    const { asked, ask, come } = later(suggested);
    const { element, flow } = await mountSuggested(ask);
    flow.set(choosing);
    await element.updateComplete;
    expect(asked).to.deep.equal([]);
    const before = top(element);
    await waitUntil(() => asked.length > 0, 'they are asked');
    expect(findAll(element, '[part~="slot-available"]').length).to.be.greaterThan(0);
    expect(asked).to.deep.equal([
      {
        coach: coach.id,
        serviceId: choosing.service!.id,
        timeZone: 'UTC',
        from: '2028-04-10T08:00:00.000Z',
        to: '2028-05-08T08:00:00.000Z',
        limit: 3,
      },
    ]);
    come();
    await answered(element);
    expect(offered(element).map(({ ariaLabel }) => ariaLabel)).to.deep.equal([
      'Tue, Apr 11, 3:00 PM',
      'Wed, Apr 12, 9:00 AM',
      'Tue, May 2, 10:00 AM',
    ]);
    expect(top(element)).to.equal(before);
    flow.set({ slots: { ...month, day: '2028-04-12' } });
    await element.updateComplete;
    expect(asked).to.have.length(1);
  });

  it('holds a suggested time as any other, and dispatches the event of a chosen one', async () => {
    const { element, flow } = await mountSuggested();
    flow.set(choosing);
    await element.updateComplete;
    await answered(element);
    const event = oneEvent(element, 'coach-slot-selected');
    await click(element, '[part~="suggestion"]:nth-child(2)');
    expect(flow.asked('chooseSlot')).to.deep.equal([[slotAt('2028-04-12', '09:00')]]);
    expect((await event).detail.start).to.equal('2028-04-12T09:00:00Z');
  });

  it('leaves out suggestions that were taken in the meantime, and keeps their place', async () => {
    const { element, flow } = await mountSuggested();
    flow.set(choosing);
    await element.updateComplete;
    await answered(element);
    const before = top(element);
    const taken = mixedDay('2028-04-11').map((slot) => ({ ...slot, status: 'booked' as const }));
    flow.set({ slots: { ...month, byDate: { ...month.byDate, '2028-04-11': taken } } });
    await element.updateComplete;
    expect(offered(element)).to.have.length(2);
    expect(find(element, '.suggested').getBoundingClientRect().height).to.be.greaterThan(52);
    expect(top(element)).to.be.closeTo(before, 1);
  });

  for (const [what, slots] of [
    ['cannot be read', new Error('away')],
    ['are none', []],
  ] as const)
    it(`shows no suggestions where they ${what}: their place stays empty until the visitor goes to another day`, async () => {
      const { asked, ask, come } = later(slots);
      const { element, flow } = await mountSuggested(ask);
      flow.set(choosing);
      await element.updateComplete;
      const before = top(element);
      await waitUntil(() => asked.length > 0, 'they are asked');
      come();
      await answered(element);
      expect(getComputedStyle(find(element, '.suggested')).visibility).to.equal('hidden');
      expect(top(element)).to.equal(before);
      flow.set({ slots: { ...month, day: '2028-04-12' } });
      await element.updateComplete;
      expect(findAll(element, '.suggested')).to.have.length(0);
    });

  it('shows suggestions by the attribute or the setting of the coach, and else none', async () => {
    const shown = async (attributes: Record<string, string>, showSuggestions?: boolean) => {
      const { element, flow } = await mountSuggested(undefined, attributes);
      flow.set({ ...choosing, coach: { ...coach, ...(showSuggestions && { showSuggestions }) } });
      await element.updateComplete;
      return findAll(element, '.suggested').length === 1;
    };
    expect(await shown({})).to.equal(false);
    expect(await shown({ suggestions: '' })).to.equal(true);
    expect(await shown({}, true)).to.equal(true);
    expect(await shown({ suggestions: 'off' }, true)).to.equal(false);
  });

  it('never moves times that are on the screen: suggestions come with the next day that the visitor chooses', async () => {
    const flow = fakeBooking(choosing);
    suggestWith(flow.$state, async () => suggested);
    const element = await mount(flow, { suggestions: '' });
    flow.set({ slots: { ...month } });
    await element.updateComplete;
    expect(findAll(element, '.suggested')).to.have.length(0);
    flow.set({ slots: { ...month, day: '2028-04-12' } });
    await element.updateComplete;
    await answered(element);
    expect(offered(element)).to.have.length(3);
  });

  it('shows the day of the start that the page offers, and this time alone above the others, without holding it', async () => {
    const { asked, ask } = later(suggested);
    const { element, flow } = await mountSuggested(ask, { start: '2028-05-02T10:00:00Z' });
    flow.set(choosing);
    expect(flow.asked('showMonth')).to.deep.equal([['2028-05']]);
    const may = { ...month, month: '2028-05', byDate: { '2028-05-02': [slotAt('2028-05-02', '10:00')] }, day: null };
    flow.set({ slots: { ...may, loading: true } });
    flow.set({ slots: may });
    expect(flow.asked('chooseDay')).to.deep.equal([['2028-05-02']]);
    flow.set({ slots: { ...may, day: '2028-05-02' } });
    await element.updateComplete;
    expect(offered(element).map(({ ariaLabel }) => ariaLabel)).to.deep.equal(['Tue, May 2, 10:00 AM']);
    await expect(element).to.be.accessible();
    expect(flow.asked('chooseDay')).to.have.length(1);
    expect([flow.asked('chooseSlot'), asked]).to.deep.equal([[], []]);
    await click(element, '[part~="suggestion"]');
    expect(flow.asked('chooseSlot')).to.have.length(1);
  });

  it('says that the time which the page offers is gone, and ignores one that is past or no instant', async () => {
    const open = async (start: string) => {
      const { element, flow } = await mountSuggested(undefined, { start });
      flow.set(choosing);
      await element.updateComplete;
      return { element, flow };
    };
    const { element } = await open('2028-04-11T10:00:00Z');
    expect(textOf(element)).to.contain('This time was just taken.');
    await expect(element).to.be.accessible();
    for (const start of ['2028-04-01T09:00:00Z', 'soon', '']) {
      const { element: other, flow } = await open(start);
      expect(findAll(other, '.suggested, .problem')).to.have.length(0);
      expect(flow.asked('chooseDay')).to.deep.equal([]);
    }
  });

  for (const [lang, word] of Object.entries({ de: 'Vorgeschlagen', es: 'Sugeridas', fr: 'Suggérés', ar: 'مقترحة' }))
    it(`writes suggestions in the language of the page: ${lang}`, async () => {
      const { element, flow } = await mountSuggested(undefined, { suggestions: '', lang });
      flow.set(choosing);
      await waitUntil(() => element.shadowRoot!.querySelector('.suggested'), 'the row is there');
      expect(textOf(element)).to.contain(word);
      await answered(element);
      await expect(element).to.be.accessible();
    });
});
