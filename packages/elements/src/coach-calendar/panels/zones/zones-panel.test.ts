import { expect } from '@open-wc/testing';
import { calendarBooking, calendarProblem, calendarState, wallAt } from '../../../../test/calendar-states.ts';
import { press, settle, text } from '../../../../test/panel-acts.ts';
import { stagePanel } from '../../../../test/panel-stage.ts';
import { waitUntil } from '../../../../test/wait-until.ts';
import { zonesFile } from './zones-panel.ts';

describe('R22 the panel of bookings that a new law of the zone has moved', () => {
  const booking = calendarBooking('2028-04-20', '10:00', 'Ana Diaz');
  const change = {
    id: booking.id,
    kind: 'booking',
    start: booking.start!,
    end: booking.end!,
    shiftedStart: wallAt('2028-04-20', '09:00'),
    shiftedEnd: wallAt('2028-04-20', '10:00'),
    minutes: -60,
    booking,
  } as const;
  const absence = {
    id: '665f00000000000000000099',
    kind: 'time_off',
    start: wallAt('2028-04-21', '12:00'),
    end: wallAt('2028-04-21', '14:00'),
    shiftedStart: wallAt('2028-04-21', '11:30'),
    shiftedEnd: wallAt('2028-04-21', '13:30'),
    minutes: -30,
  } as const;
  const open = async (state: Parameters<typeof calendarState>[0] = { zoneChanges: [change] }) => {
    const stage = await stagePanel({ kind: 'zones' }, calendarState(state));
    await waitUntil(() => stage.renderRoot.querySelector('.panel .step'), 'the file of the panel comes');
    return stage;
  };

  it('announces moved bookings by a line that opens them', async () => {
    const stage = await stagePanel(null, calendarState({ zoneChanges: [change] }));
    await press(stage, 'Bookings and time off at another local time than agreed: 1', '.waits');
    expect(stage.opened).to.deep.equal([{ kind: 'zones' }]);
  });

  it('shows for each booking its client, the agreed time, and the time that the clocks show now', async () => {
    const stage = await open({ zoneChanges: [change, absence] });
    expect(text(stage))
      .to.contain('Ana Diaz Agreed: Thursday, April 20, 9:00')
      .and.contain('Now: Thursday, April 20, 10:00')
      .and.contain('Time off Agreed: Friday, April 21, 11:30');
  });

  it('shifts all by the hour in one press', async () => {
    const stage = await open();
    await press(stage, 'Shift all by -1 hr');
    expect(stage.flow.asked('resolveZoneChanges')).to.deep.equal([['shift']]);
  });

  it('keeps all as they are in one press', async () => {
    const stage = await open();
    await press(stage, 'Leave as they are');
    expect(stage.flow.asked('resolveZoneChanges')).to.deep.equal([['keep']]);
  });

  it('shows no number of hours where they differ', async () => {
    const stage = await open({ zoneChanges: [change, absence] });
    await press(stage, 'Shift all to the agreed time');
    expect(stage.flow.asked('resolveZoneChanges')).to.deep.equal([['shift']]);
  });

  it('sends nothing more while a request is under way', async () => {
    const stage = await open({ zoneChanges: [change], busy: ['zones'] });
    await press(stage, 'Leave as they are');
    expect(stage.flow.asked('resolveZoneChanges')).to.deep.equal([]);
  });

  it('shows for each booking that is left why it could not be shifted', async () => {
    const left = { id: change.id, kind: 'booking', code: 'SLOT_TAKEN', message: '' } as const;
    const stage = await open({ zoneChanges: [change], zoneChangesLeft: [left] });
    expect(text(stage, '.list')).to.contain('Could not be shifted. This time is not free.');
  });

  it('shows in place why the request was refused', async () => {
    const stage = await open();
    stage.flow.set({ problem: calendarProblem('offline', { intent: 'resolveZoneChanges' }) });
    await settle(stage);
    expect(text(stage, '.panel')).to.contain('The server cannot be reached.');
  });

  it('loads the panel again when its file could not be loaded', async () => {
    const { load } = zonesFile;
    zonesFile.load = () => Promise.reject(new Error('no network'));
    const stage = await stagePanel({ kind: 'zones' }, calendarState({ zoneChanges: [change] }));
    await settle(stage);
    zonesFile.load = load;
    await press(stage, 'Try again');
    await waitUntil(() => stage.renderRoot.querySelector('.panel .step'), 'the file of the panel comes');
  });
});
