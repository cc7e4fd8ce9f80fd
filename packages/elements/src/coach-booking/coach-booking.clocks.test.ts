import { expect } from '@open-wc/testing';
import { fakeBooking, fakeManaging } from '../../test/fake-flow.ts';
import { connections, find, findAll, mount, textOf } from '../../test/mount.ts';
import { bookingStates, manageStates } from '../../test/states.ts';
import type { CoachBooking } from './coach-booking.ts';

describe('the hour that the clocks repeat (V15)', () => {
  const timeZone = 'America/New_York';
  const [first, second] = ['2027-11-07T05:00:00Z', '2027-11-07T06:00:00Z'].map((start) => ({
    start,
    end: new Date(Date.parse(start) + 3_600_000).toISOString().replace('.000', ''),
    status: 'available' as const,
    date: '2027-11-07',
  }));
  const slots = {
    ...bookingStates.slots.slots,
    month: '2027-11',
    day: '2027-11-07',
    byDate: { '2027-11-07': [first!, second!] },
    timeZone,
  };
  const plain = (text: string) => text.replaceAll('\u202f', ' ');

  it('shows the zone of a repeated hour in the list, for eyes and ears', async () => {
    const element = await mount(fakeBooking({ ...bookingStates.slots, slots }));
    expect(findAll(element, '[part~="slot"]').map(({ textContent }) => plain(textContent))).to.deep.equal([
      '1:00 AM EDT Available',
      '1:00 AM EST Available',
    ]);
    await expect(element).to.be.accessible();
  });

  it('shows the zone of a repeated hour on the button that books, and afterwards', async () => {
    const details = await mount(fakeBooking({ ...bookingStates.details, slot: second!, slots }));
    expect(plain(textOf(details)))
      .to.contain('1:00 AM EST – 2:00 AM')
      .and.contain('Book Sun, Nov 7, 1:00 AM EST');
    const { booking } = bookingStates.confirmed;
    const confirmed = { ...booking, start: first!.start, end: first!.end };
    const done = await mount(fakeBooking({ ...bookingStates.confirmed, booking: confirmed, slots }));
    expect(plain(textOf(done))).to.contain('1:00 AM EDT – 1:00 AM EST');
  });

  it('shows the zone of a repeated hour where a booking is moved', async () => {
    const moving = { ...manageStates.moving, slot: second!, slots };
    const element = await mount(fakeManaging(moving), { 'manage-token': 'token', coach: '' });
    expect(plain(textOf(element))).to.contain('Move to Sun, Nov 7, 1:00 AM EST');
  });
});

describe('a device that does not know where it is (V12)', () => {
  const { resolvedOptions } = Intl.DateTimeFormat.prototype;
  beforeEach(() => {
    Intl.DateTimeFormat.prototype.resolvedOptions = function () {
      return { ...resolvedOptions.call(this), timeZone: 'Etc/Unknown' };
    };
  });
  afterEach(() => {
    Intl.DateTimeFormat.prototype.resolvedOptions = resolvedOptions;
  });
  const { slots } = bookingStates.slots;
  const { timeZone } = bookingStates.slots.coach!;
  const zonesOf = async (element: CoachBooking) => {
    find(element, '#zone').click();
    await element.updateComplete;
    const options = findAll(element, '.zones [role="option"]').slice(0, 3);
    return options.map(({ textContent }) => textContent.trim().replaceAll(/\s+/g, ' '));
  };

  it('names the coach’s zone as the coach’s, and none as the visitor’s', async () => {
    const element = await mount(fakeBooking({ ...bookingStates.slots, slots: { ...slots, timeZone } }));
    expect(connections.made.map(({ timeZone }) => timeZone)).to.deep.equal(['']);
    expect((await zonesOf(element)).slice(0, 2)).to.deep.equal(['New York · GMT-4 Coach', 'Abidjan · GMT Africa']);
  });

  it('names UTC so while that is what it shows', async () => {
    const element = await mount(fakeBooking({ ...bookingStates.slots, slots: { ...slots, timeZone: 'UTC' } }));
    expect(await zonesOf(element)).to.deep.equal(['New York · GMT-4 Coach', 'UTC · GMT', 'Abidjan · GMT Africa']);
  });
});
