import { expect } from '@open-wc/testing';
import { mixedDay, slotAt } from '../../test/states.ts';
import { endOf, partOf, slotGroups, stretchesOf, tabbableSlot } from './slot-list.ts';
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

  it('finds stretches of one status without a gap, and where each ends for the reader', () => {
    const gap = [slotAt(day, '09:00', 'booked'), slotAt(day, '15:00', 'booked'), slotAt(day, '15:30', 'break')];
    const found = (list: typeof slots) =>
      stretchesOf(list).map((taken) => [taken[0]!, taken.at(-1)!].map((slot) => slot.start.slice(11, 16)).join());
    expect(found(slots)).to.deep.equal(['09:30,10:00', '12:00,12:30', '14:00,14:00', '18:00,18:00']);
    expect(found(gap)).to.deep.equal(['09:00,09:00', '15:00,15:00', '15:30,15:30']);
    expect(gap.map((slot) => endOf(slot, gap).slice(11, 16))).to.deep.equal(['10:00', '15:30', '16:30']);
  });

  it('has one time that Tab reaches', () => {
    expect(tabbableSlot(slots, slots[3]!.start)).to.equal(slots[3]!.start);
    expect(tabbableSlot([slotAt(day, '08:00', 'booked'), ...slots], null)).to.equal(slots[0]!.start);
    expect(tabbableSlot([slots[1]!], null)).to.equal(undefined);
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
