import { expect } from '@open-wc/testing';
import { calendarBooking, calendarProblem, calendarState } from '../../../../test/calendar-states.ts';
import { press, settle, text } from '../../../../test/panel-acts.ts';
import { stagePanel } from '../../../../test/panel-stage.ts';
import { waitUntil } from '../../../../test/wait-until.ts';

const over = (date: Parameters<typeof calendarBooking>[0], name: string) =>
  calendarBooking(date, '09:00', name, { status: 'confirmed', actions: ['complete', 'no_show'] });
const [ana, ben, cleo] = [
  over('2028-04-10', 'Ana Diaz'),
  over('2028-04-03', 'Ben Okafor'),
  over('2028-03-02', 'Cleo Martin'),
];
const tray = (bookings = [ana, ben, cleo], total = bookings.length, isCapped = false) => ({
  toClose: { bookings, total, isCapped },
});

describe('the panel of sessions to close (api 5)', () => {
  const open = async (state = tray()) => {
    const stage = await stagePanel({ kind: 'toClose' }, calendarState(state));
    await waitUntil(() => stage.renderRoot.querySelector('.panel .step'), 'the file of the panel comes');
    return stage;
  };
  const buttonOf = (stage: Awaited<ReturnType<typeof open>>, row: number, part: string) =>
    stage.renderRoot.querySelectorAll<HTMLButtonElement>(`.closing [part~="${part}"]`)[row]!;

  it('announces sessions to close by a line with their number, of all time', async () => {
    const stage = await stagePanel(null, calendarState(tray([ana], 31)));
    await press(stage, 'Past sessions to close: 31', '.waits');
    expect(stage.opened).to.deep.equal([{ kind: 'toClose' }]);
    const capped = await stagePanel(null, calendarState(tray([ana], 1000, true)));
    expect(text(capped, '.waits')).to.contain('more than 1');
    const none = await stagePanel(null, calendarState(tray([])));
    expect(text(none)).not.to.contain('to close');
  });

  it('shows each with name and time, and closes it with one press', async () => {
    const stage = await open(tray([ana, ben, cleo], 31));
    expect(text(stage))
      .to.contain('Ana Diaz')
      .and.contain('Monday, April 10, 9:00')
      .and.contain('The next ones follow');
    buttonOf(stage, 0, 'action-complete').click();
    expect(stage.flow.asked('complete')).to.deep.equal([[ana.id]]);
    expect(stage.flow.asked('noShow')).to.deep.equal([]);
  });

  it('M1 takes a double press for one, though the next session is there after the first', async () => {
    const stage = await open();
    buttonOf(stage, 0, 'action-no_show').click();
    stage.flow.set(tray([ben, cleo]));
    await settle(stage);
    buttonOf(stage, 0, 'action-no_show').click();
    expect(stage.flow.asked('noShow')).to.deep.equal([[ana.id]]);
  });

  it('keeps the focus in the list: on the next session, then on the title', async () => {
    const stage = await open(tray([ana, ben]));
    buttonOf(stage, 1, 'action-complete').focus();
    buttonOf(stage, 1, 'action-complete').click();
    stage.flow.set(tray([ana]));
    await settle(stage);
    const active = () => stage.shadowRoot!.activeElement as HTMLElement;
    expect(active().className).to.equal('entry');
    expect(active().textContent).to.contain('Ana Diaz');
    const alone = await open(tray([ana]));
    buttonOf(alone, 0, 'action-complete').click();
    alone.flow.set(tray([]));
    await settle(alone);
    expect((alone.shadowRoot!.activeElement as HTMLElement).id).to.equal('panel-title');
    expect(text(alone)).to.contain('Every past session is closed.');
  });

  it('opens one, and leads back to the list', async () => {
    const stage = await open();
    stage.renderRoot.querySelectorAll<HTMLElement>('.closing .entry')[1]!.click();
    await settle(stage);
    expect(stage.opened.at(-1)).to.deep.equal({ kind: 'booking', id: ben.id, then: { kind: 'toClose' } });
    expect(text(stage, '.panel')).to.contain('ben.okafor@example.com');
    await press(stage, 'Close');
    expect(stage.opened.at(-1)).to.deep.equal({ kind: 'toClose' });
  });

  it('shows in place why one could not be closed', async () => {
    const stage = await open();
    stage.flow.set({ problem: calendarProblem('offline', { intent: 'complete', bookingId: ana.id }) });
    await settle(stage);
    expect(text(stage, '.panel')).to.contain('The server cannot be reached.');
  });
});
