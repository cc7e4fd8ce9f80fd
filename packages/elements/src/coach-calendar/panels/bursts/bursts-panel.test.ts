import { expect } from '@open-wc/testing';
import { calendarBooking, calendarProblem, calendarState } from '../../../../test/calendar-states.ts';
import { press, send, settle, text, tick } from '../../../../test/panel-acts.ts';
import { stagePanel } from '../../../../test/panel-stage.ts';
import { waitUntil } from '../../../../test/wait-until.ts';
import { burstsFile } from './bursts-panel.ts';

describe('S7 the panel of unusual bookings', () => {
  const bookings = Array.from({ length: 5 }, (_, n) => calendarBooking('2028-04-20', `1${n}:00`, `Made Up ${n}`));
  const burst = {
    id: bookings[0]!.id,
    kind: 'address',
    from: '2028-04-12T13:00:00Z',
    to: '2028-04-12T13:03:00Z',
    total: 6,
    bookings,
  } as const;
  const open = async (bursts = [burst]) => {
    const stage = await stagePanel({ kind: 'bursts' }, calendarState({ bursts }));
    await waitUntil(() => stage.renderRoot.querySelector('.panel .step'), 'the file of the panel comes');
    return stage;
  };

  it('announces unusual bookings by a line that opens them', async () => {
    const stage = await stagePanel(null, calendarState({ bursts: [burst] }));
    expect(text(stage, '[part~="bursts"]')).to.contain('look like one visitor’s work: 5');
    await press(stage, 'Bookings that look like one visitor’s work: 5', '.waits');
    expect(stage.opened).to.deep.equal([{ kind: 'bursts' }]);
  });

  it('shows what the bookings have in common, and each with name, e-mail and time', async () => {
    const stage = await open();
    expect(text(stage))
      .to.contain('From one internet address, made between')
      .and.contain('Made Up 3')
      .and.contain('made.up.3@example.com');
    expect(text(stage)).to.contain('Thursday, April 20, 1:00');
  });

  it('removes all in one request, after one clear question, and closes when nothing is left', async () => {
    const stage = await open();
    await press(stage, 'Remove all (5)');
    expect(text(stage)).to.contain('Really cancel all of them (5)?');
    await send(stage);
    expect(stage.flow.asked('removeBurst')).to.deep.equal([[burst.id, { block: true }]]);
    expect(text(stage)).to.contain('Remove all (5)');
  });

  it('does not block the address where the coach unticks that, and returns to the list on request', async () => {
    const stage = await open();
    await press(stage, 'Remove all (5)');
    await tick(stage, 'burst-block');
    await press(stage, 'Back');
    expect(text(stage)).to.contain('Made Up 3');
    await press(stage, 'Remove all (5)');
    await send(stage);
    expect(stage.flow.asked('removeBurst')).to.deep.equal([[burst.id, { block: false }]]);
  });

  it('loads the panel again when its file could not be loaded', async () => {
    const { load } = burstsFile;
    burstsFile.load = () => Promise.reject(new Error('no network'));
    const stage = await stagePanel({ kind: 'bursts' }, calendarState({ bursts: [burst] }));
    await settle(stage);
    burstsFile.load = load;
    await press(stage, 'Try again');
    await waitUntil(() => stage.renderRoot.querySelector('.panel .step'), 'the file of the panel comes');
  });

  it('explains in place why the request was refused', async () => {
    const stage = await open();
    await press(stage, 'Remove all (5)');
    stage.flow.set({ problem: calendarProblem('offline', { intent: 'removeBurst' }) });
    await settle(stage);
    expect(text(stage, '.panel')).to.contain('The server cannot be reached.');
  });
});
