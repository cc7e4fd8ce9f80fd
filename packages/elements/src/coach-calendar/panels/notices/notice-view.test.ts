import { expect } from '@open-wc/testing';
import { calendarProblem, calendarState, calendarStates, oneOfEach, wallAt } from '../../../../test/calendar-states.ts';
import { find, press, send, text } from '../../../../test/panel-acts.ts';
import { stagePanel } from '../../../../test/panel-stage.ts';
import { noticeClock } from './notice-timer.ts';

const eva = oneOfEach[4]!;

describe('notices', () => {
  const waiting: { ms: number; call: () => void }[] = [];
  const real = noticeClock.after;
  before(() => {
    noticeClock.after = (ms, call) => {
      const entry = { ms, call };
      waiting.push(entry);
      return () => void waiting.splice(waiting.indexOf(entry), 1);
    };
  });
  beforeEach(() => void waiting.splice(0));
  after(() => void (noticeClock.after = real));

  it('shows what was done, and undoes it', async () => {
    const stage = await stagePanel(null, calendarStates.done);
    expect(text(stage, '[role=status] .toast')).to.contain('Booking confirmed');
    await press(stage, 'Undo', '.notices');
    expect(stage.flow.asked('undo')).to.have.length(1);
  });

  it('removes notices after a while, but not while they have the pointer or the focus', async () => {
    const stage = await stagePanel(
      null,
      calendarState({ done: { intent: 'confirm', bookingId: null, undoable: true } }),
    );
    const toast = find(stage, '.toast');
    expect(waiting.map(({ ms }) => ms)).to.deep.equal([10_000]);
    toast.dispatchEvent(new PointerEvent('pointerenter'));
    expect(waiting).to.deep.equal([]);
    toast.dispatchEvent(new PointerEvent('pointerleave'));
    expect(waiting).to.have.length(1);
    find(stage, '.toast .icon').focus();
    expect(waiting).to.deep.equal([]);
    find(stage, '.toast .icon').blur();
    waiting[0]!.call();
    expect(stage.flow.asked('dismiss')).to.have.length(1);
  });

  it('shows that a change was undone, and offers the nearest free times, which a second press takes', async () => {
    const stage = await stagePanel(null, calendarStates.problem);
    expect(text(stage, '[role=alert]')).to.contain(
      'Eva Lindqvist: This time is not free. It is shown as it was before.',
    );
    await press(stage, 'Wednesday, April 12, 2:00 PM', '.notices');
    expect(stage.flow.asked('reschedule')).to.deep.equal([]);
    expect(find<HTMLInputElement>(stage, '#move-time').value).to.equal('14:00');
    await send(stage);
    expect(stage.flow.asked('reschedule')).to.deep.equal([[eva.id, { start: wallAt('2028-04-12', '14:00') }]]);
    expect(waiting).to.deep.equal([]);
  });

  it('V10 moves a booking in spite of a rule that is only for visitors', async () => {
    const stage = await stagePanel(
      null,
      calendarState({
        bookings: oneOfEach,
        problem: calendarProblem('refused', { code: 'OUTSIDE_HOURS', bookingId: eva.id, warnings: ['outside_hours'] }),
      }),
    );
    await press(stage, 'Move anyway', '.notices');
    expect(stage.flow.asked('override')).to.have.length(1);
  });

  it('offers to try again when that can help', async () => {
    const stage = await stagePanel(null, calendarStates.offline);
    await press(stage, 'Try again', '.notices');
    expect(stage.flow.asked('retry')).to.have.length(1);
  });

  it('asks the page for a session, and tries again unless the page prevents it', async () => {
    const stage = await stagePanel(null, calendarState({ problem: calendarProblem('signed_out', { intent: 'load' }) }));
    await press(stage, 'Sign in', '.notices');
    expect(stage.flow.asked('retry')).to.have.length(1);
    stage.addEventListener('coach-sign-in', (event) => event.preventDefault());
    await press(stage, 'Sign in', '.notices');
    expect(stage.flow.asked('retry')).to.have.length(1);
  });
});
