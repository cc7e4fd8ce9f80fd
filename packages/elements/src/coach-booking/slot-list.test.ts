import { expect } from '@open-wc/testing';
import { mixedDay, slotAt } from '../../test/states.ts';
import { partOf, slotGroups, tabbableSlot } from './slot-list.ts';
import { moveSlot } from './steps/keyboard.ts';
import { dayReason } from './steps/none-view.ts';

const day = '2028-04-11';
const slots = mixedDay(day);

describe('the times of a day', () => {
  for (const [hour, part] of [
    [0, 'morning'],
    [11, 'morning'],
    [12, 'afternoon'],
    [16, 'afternoon'],
    [17, 'evening'],
    [23, 'evening'],
  ] as const)
    it(`sorts the hour ${hour} into the ${part}`, () => {
      expect(partOf(hour)).to.equal(part);
    });

  it('lists times under headings, in order, without empty ones', () => {
    const groups = slotGroups(slots.slice(0, 8), (instant) => new Date(instant).getUTCHours());
    expect(groups.map(({ part, slots }) => [part, slots.length])).to.deep.equal([
      ['morning', 5],
      ['afternoon', 3],
    ]);
  });

  it('has one time that Tab reaches', () => {
    expect(tabbableSlot(slots, slots[3]!.start)).to.equal(slots[3]!.start);
    expect(tabbableSlot([slotAt(day, '08:00', 'booked'), ...slots], null)).to.equal(slots[0]!.start);
    expect(tabbableSlot([slots[1]!], null)).to.equal(slots[1]!.start);
    expect(tabbableSlot([], null)).to.equal(undefined);
  });

  for (const [key, rtl, from, to] of [
    ['ArrowRight', false, 0, 1],
    ['ArrowLeft', false, 1, 0],
    ['ArrowLeft', true, 0, 1],
    ['ArrowRight', true, 1, 0],
    ['ArrowLeft', false, 0, 0],
    ['End', false, 0, 11],
    ['ArrowRight', false, 11, 11],
    ['Home', false, 5, 0],
  ] as const)
    it(`moves by ${key}${rtl ? ' right to left' : ''} from ${from} to ${to}`, () => {
      expect(moveSlot(slots, slots[from]!.start, key, rtl)).to.equal(slots[to]!.start);
    });

  it('ignores other keys', () => {
    expect(moveSlot(slots, slots[0]!.start, 'a', false)).to.equal(null);
  });

  for (const [reason, statuses] of [
    [null, ['booked', 'available']],
    ['booked', ['unavailable', 'booked', 'break']],
    ['unavailable', ['break', 'unavailable']],
    ['break', ['break']],
    ['outside_hours', []],
  ] as const)
    it(`explains why there is no time: ${reason}`, () => {
      expect(dayReason(statuses.map((status) => slotAt(day, '09:00', status)))).to.equal(reason);
    });
});
