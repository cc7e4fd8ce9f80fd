import { expect } from '@open-wc/testing';
import { learnZones } from '@coach-booking/sdk';
import { calendarBooking, calendarState, fakeCalendarFlow } from '../../../test/calendar-states.ts';
import { fakeBooking } from '../../../test/fake-flow.ts';
import { findAll, mount, textOf } from '../../../test/mount.ts';
import { bookingOf, mountCalendar } from '../../../test/mount-calendar.ts';
import { bookingStates } from '../../../test/states.ts';
import { wallClock } from './wall-clock.ts';
import { instantOf, wallOf } from './wall.ts';

/** By the server's offsets this zone is an hour further east than in the browser: 09:00Z is 15:00 there, not 14:00. */
const timeZone = 'Asia/Karachi';
const learnOffset = (minutes: number) =>
  learnZones([{ timeZone, offsets: [{ from: '2027-01-01T00:00:00Z', to: '2030-01-01T00:00:00Z', minutes }] }]);

describe('a browser whose zone data is not the server’s (R22)', () => {
  const before = wallClock(timeZone);
  const beforeWall = wallOf('2028-04-11T09:00:00Z', timeZone);
  beforeEach(() => learnOffset(360));

  it('shows the booked hour on the slots of the widget and on the button that books', async () => {
    const { slots, details } = bookingStates;
    const element = await mount(fakeBooking({ ...slots, slots: { ...slots.slots, timeZone } }));
    expect(findAll(element, '[part~="slot"]').map((slot) => slot.textContent.replace('\u202f', ' '))).to.include(
      '3:00 PM Available',
    );
    const next = await mount(fakeBooking({ ...details, slots: { ...details.slots, timeZone } }));
    expect(textOf(next)).to.match(/Tuesday, April 11, 2028 ?3:00.PM – 4:00.PM/);
  });

  it('shows it in the calendar, and lays days out by it', async () => {
    const session = calendarBooking('2028-04-11', '05:00', 'Ana Diaz');
    expect(session.start).to.equal('2028-04-11T09:00:00Z');
    const element = await mountCalendar(fakeCalendarFlow(calendarState({ timeZone, bookings: [session] })));
    expect(bookingOf(element, 'Ana Diaz').textContent).to.include('15:00');
  });

  it('reads and writes its fields by it, also after it received other offsets', () => {
    expect(beforeWall.time).to.equal('14:00');
    expect(wallOf('2028-04-11T09:00:00Z', timeZone)).to.deep.equal({ date: '2028-04-11', time: '15:00' });
    expect(instantOf({ date: '2028-04-11', time: '15:00' }, timeZone)).to.equal('2028-04-11T09:00:00Z');
    expect(wallClock(timeZone)).not.to.equal(before);
    expect(wallClock(timeZone)).to.equal(wallClock(timeZone));
    learnOffset(330);
    expect(wallOf('2028-04-11T09:00:00Z', timeZone).time).to.equal('14:30');
  });
});
