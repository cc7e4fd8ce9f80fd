import { expect, waitUntil } from '@open-wc/testing';
import {
  calendarBooking,
  calendarProblem,
  calendarState,
  calendarStates,
  oneOfEach,
  schedule,
  wallAt,
} from '../../../test/calendar-states.ts';
import { stagePanel } from '../../../test/panel-stage.ts';
import type { Panel } from './parts/seam.ts';

const eva = oneOfEach[4]!;
const many = Array.from({ length: 9 }, (_, i) => calendarBooking('2028-04-12', `${9 + i}:00`.padStart(5, '0'), `Client ${i}`));
const bursts = [
  { id: many[0]!.id, kind: 'address', from: '2028-04-12T13:00:00Z', to: '2028-04-12T13:03:00Z', total: 9, bookings: many },
] as const;
const create: Panel = { kind: 'create', start: wallAt('2028-04-13', '10:00') };
const timeOff: Panel = { kind: 'timeOff', start: wallAt('2028-04-13', '08:00'), end: wallAt('2028-04-13', '18:00') };

/** Every panel in every state, by name. */
export const pictures: readonly (readonly [name: string, panel: Panel | null, state: ReturnType<typeof calendarState>])[] = [
  ...oneOfEach.map(
    (booking) => [`a booking that is ${booking.status}`, { kind: 'booking', id: booking.id } as Panel, calendarStates.each] as const,
  ),
  ['a booking that is being changed', { kind: 'booking', id: eva.id }, calendarStates.busy],
  ['a booking that is gone', { kind: 'booking', id: 'gone' }, calendarStates.empty],
  ['moving', { kind: 'booking', id: eva.id, act: 'reschedule' }, calendarStates.each],
  ['moving, refused', { kind: 'booking', id: eva.id, act: 'reschedule' }, calendarStates.problem],
  ['cancelling', { kind: 'booking', id: eva.id, act: 'cancel' }, calendarStates.each],
  ['a new booking', create, calendarStates.each],
  ['a new booking, busy', create, calendarStates.busy],
  [
    'a new booking, outside hours',
    create,
    calendarState({
      problem: calendarProblem('refused', { code: 'OUTSIDE_HOURS', intent: 'create', fields: { 'attendee.email': 'invalid' } }),
    }),
  ],
  ['time off over bookings', timeOff, calendarStates.each],
  ['time off, listed', timeOff, calendarStates.full],
  ['the hours, not there yet', { kind: 'schedule' }, calendarStates.each],
  ['the hours', { kind: 'schedule' }, calendarState({ schedule })],
  ['the hours, with conflicts', { kind: 'schedule' }, calendarStates.draft],
  ['the hours of one date', { kind: 'schedule', date: '2028-04-15', then: create }, calendarState({ schedule })],
  [
    'preferences',
    { kind: 'preferences' },
    calendarState({ preferences: { ...calendarState().preferences, colours: { confirmed: '#2196f3', pending: 'orange' } } }),
  ],
  ['shortcuts', { kind: 'shortcuts' }, calendarStates.empty],
  ['a long day', { kind: 'dayList', date: '2028-04-12' }, calendarState({ bookings: many })],
  ['an empty day', { kind: 'dayList', date: '2028-04-15' }, calendarStates.empty],
  ['unusual bookings', { kind: 'bursts' }, calendarState({ bursts })],
  ['no unusual bookings', { kind: 'bursts' }, calendarStates.empty],
  ['notice: unusual bookings', null, calendarState({ bursts })],
  ['notice: done', null, calendarStates.done],
  ['notice: refused with alternatives', null, calendarStates.problem],
  ['notice: offline', null, calendarStates.offline],
];

/** With what is a file of its own. */
const drawn = async (panel: Panel | null, state: ReturnType<typeof calendarState>, theme = 'light') => {
  const element = await stagePanel(panel, state, { theme });
  if (panel?.kind === 'bursts') await waitUntil(() => element.renderRoot.querySelector('.panel .step'), 'the file of the panel comes');
  return element;
};

for (const theme of ['light', 'dark'])
  describe(`panels and notices are accessible, ${theme}`, () => {
    for (const [name, panel, state] of pictures)
      it(name, async () => {
        const element = await drawn(panel, state, theme);
        await expect(element).to.be.accessible();
      });
  });

describe('what can be pressed', () => {
  for (const [name, panel, state] of pictures)
    it(`is at least 44 px high: ${name}`, async () => {
      const element = await drawn(panel, state);
      for (const control of element.renderRoot.querySelectorAll('button, input, select, textarea, a, summary')) {
        const box = (control.closest('label') ?? control).getBoundingClientRect();
        expect(box.height, control.outerHTML).to.be.at.least(44);
      }
    });
});
