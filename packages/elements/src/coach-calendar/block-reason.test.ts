import { expect } from '@open-wc/testing';
import type { CalendarFlowState } from '@coach-booking/sdk';
import { blockReason } from './block-reason.ts';
import type { GridContext } from './grid-context.ts';

type Blocked = CalendarFlowState['blocked'][number];

const START = '2028-04-14T12:00:00Z';
const reasonOf = (blocked: Pick<Blocked, 'code' | 'calendars'> | null, reason?: string): string => {
  const range = { start: START, end: '2028-04-14T13:00:00Z' };
  const state = {
    blocked: blocked ? [{ ...range, ...blocked }] : [],
    days: [],
    timeOff: reason === undefined ? [] : [{ id: 'a', ...range, reason }],
  };
  const context = { state, view: { say: (phrase: string) => phrase }, clock: { instantAt: () => Date.parse(START) } };
  return blockReason(context as unknown as GridContext, { date: '2028-04-14', minute: 720 });
};

describe('the reason why nothing can be booked at a point of the grid', () => {
  it('names the other calendars that it comes from', () => {
    const calendars = [
      { id: 'a', name: 'Family' },
      { id: 'b', name: 'Studio' },
    ];
    expect(reasonOf({ code: 'external_busy', calendars })).to.equal('why_external_busy: Family, Studio');
    expect(reasonOf({ code: 'external_busy', calendars: [] })).to.equal('why_external_busy');
    expect(reasonOf({ code: 'notice' })).to.equal('why_notice');
  });

  it('is that of an absence first, and none where something can be booked', () => {
    expect(reasonOf({ code: 'notice' }, 'Holiday')).to.equal('why_time_off: Holiday');
    expect(reasonOf(null)).to.equal('');
  });
});
