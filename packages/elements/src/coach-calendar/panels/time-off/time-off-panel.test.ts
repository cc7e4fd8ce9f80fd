import { expect } from '@open-wc/testing';
import { calendarBooking, calendarState, calendarStates, wallAt } from '../../../../test/calendar-states.ts';
import { find, press, send, settle, text, tick, type } from '../../../../test/panel-acts.ts';
import { stagePanel } from '../../../../test/panel-stage.ts';
import type { Panel } from '../parts/panel.ts';

describe('time off', () => {
  const panel = (): Panel => ({
    kind: 'timeOff',
    start: wallAt('2028-04-13', '08:00'),
    end: wallAt('2028-04-13', '18:00'),
  });

  it('names the bookings in it before it is added', async () => {
    const stage = await stagePanel(panel(), calendarStates.each);
    expect(text(stage, '.warning')).to.contain('1 booking lies in this time').and.contain('Farah Nasser');
    await type(stage, 'off-reason', 'Dentist');
    await send(stage);
    expect(stage.flow.asked('addTimeOff')).to.deep.equal([
      [{ start: wallAt('2028-04-13', '08:00'), end: wallAt('2028-04-13', '18:00'), reason: 'Dentist' }],
    ]);
  });

  it('refuses time off that ends before it starts', async () => {
    const stage = await stagePanel(panel(), calendarStates.each);
    await type(stage, 'off-toTime', '07:00');
    await send(stage);
    expect(stage.flow.asked('addTimeOff')).to.deep.equal([]);
    expect(text(stage)).to.contain('The end must be after the start');
  });

  it('refuses a start or an end that the clocks skip', async () => {
    const stage = await stagePanel(panel(), calendarStates.each);
    for (const name of ['fromDate', 'toDate']) await type(stage, `off-${name}`, '2027-03-14');
    for (const [name, other] of [
      ['fromTime', 'toTime'],
      ['toTime', 'fromTime'],
    ]) {
      await type(stage, `off-${name}`, '02:30');
      await type(stage, `off-${other}`, other === 'toTime' ? '09:00' : '01:00');
      await send(stage);
      expect(stage.flow.asked('addTimeOff')).to.deep.equal([]);
      expect(text(stage)).to.contain('does not exist on that day: the clocks go forward');
    }
  });

  it('M16 changes time off where it is opened, and removes it there', async () => {
    const [off] = calendarStates.full.timeOff;
    const open = () => stagePanel({ ...off!, kind: 'timeOff' }, calendarStates.full);
    const stage = await open();
    await expect(stage).to.be.accessible();
    expect(find<HTMLInputElement>(stage, '#off-reason').value).to.equal(off!.reason ?? '');
    await type(stage, 'off-reason', 'A long weekend');
    await type(stage, 'off-toDate', '2028-04-16');
    await send(stage);
    expect(stage.flow.asked('changeTimeOff')).to.deep.equal([
      [off!.id, { start: off!.start, end: wallAt('2028-04-17', '00:00'), reason: 'A long weekend' }],
    ]);
    expect([stage.flow.asked('addTimeOff'), stage.opened]).to.deep.equal([[], [null]]);
    const other = await open();
    await press(other, 'Remove this time off');
    expect([other.flow.asked('removeTimeOff'), other.opened]).to.deep.equal([[[off!.id]], [null]]);
  });

  it('adds a personal event with a title that repeats', async () => {
    const stage = await stagePanel(panel(), calendarStates.each);
    find<HTMLInputElement>(stage, 'input[value=personal]').click();
    await settle(stage);
    await type(stage, 'off-title', 'Physio');
    await type(stage, 'off-everyWeeks', '2');
    await tick(stage, 'off-day-1');
    await expect(stage).to.be.accessible();
    await type(stage, 'off-until', '2028-04-12');
    await send(stage);
    expect(stage.flow.asked('addTimeOff')).to.deep.equal([]);
    expect(text(stage, '#off-until-error')).to.contain('after the first');
    await type(stage, 'off-until', '2028-06-30');
    await send(stage);
    const span = { start: wallAt('2028-04-13', '08:00'), end: wallAt('2028-04-13', '18:00') };
    const repeat = { everyWeeks: 2, weekdays: [1, 4], until: '2028-06-30' };
    expect(stage.flow.asked('addTimeOff')).to.deep.equal([[{ ...span, kind: 'personal', title: 'Physio', repeat }]]);
  });

  it('removes one time of one that repeats, and keeps what is left out when it is changed', async () => {
    const off = calendarStates.full.timeOff[0]!;
    const first = { firstStart: wallAt('2028-04-07', '12:00'), firstEnd: wallAt('2028-04-07', '13:00') };
    const repeat = { everyWeeks: 1, weekdays: [5], until: '2028-06-30', except: ['2028-04-21'] };
    const time = { start: wallAt('2028-04-14', '12:00'), end: wallAt('2028-04-14', '13:00') };
    const { reason: _, ...plain } = off;
    const repeated = { ...plain, ...time, ...first, repeat };
    const state = { ...calendarStates.full, timeOff: [repeated] };
    const stage = await stagePanel({ ...repeated, kind: 'timeOff' }, state);
    await expect(stage).to.be.accessible();
    await press(stage, 'Remove only the one of Friday, April 14');
    await settle(stage);
    const range = { start: first.firstStart, end: first.firstEnd };
    expect(stage.flow.asked('changeTimeOff')).to.deep.equal([
      [off.id, { ...range, repeat: { ...repeat, except: ['2028-04-14', '2028-04-21'] } }],
    ]);
    const other = await stagePanel({ ...repeated, kind: 'timeOff' }, state);
    await type(other, 'off-until', '2028-04-20');
    await send(other);
    expect(other.flow.asked('changeTimeOff')).to.deep.equal([
      [off.id, { ...range, repeat: { everyWeeks: 1, weekdays: [5], until: '2028-04-20' } }],
    ]);
  });

  it('changes all times of one that repeats, from the first', async () => {
    const [off] = calendarStates.full.timeOff;
    const repeat = { everyWeeks: 1, weekdays: [5], until: '2028-06-30' };
    const first = { firstStart: wallAt('2028-04-07', '00:00'), firstEnd: wallAt('2028-04-08', '00:00') };
    const state = { ...calendarStates.full, timeOff: [{ ...off!, ...first, repeat }] };
    const stage = await stagePanel({ ...state.timeOff[0]!, kind: 'timeOff' }, state);
    expect(find<HTMLInputElement>(stage, '#off-fromDate').value).to.equal('2028-04-07');
    await type(stage, 'off-everyWeeks', '');
    await send(stage);
    const input = { start: first.firstStart, end: first.firstEnd, reason: off!.reason };
    expect(stage.flow.asked('changeTimeOff')).to.deep.equal([[off!.id, input]]);
  });

  it('counts weekdays and dates in the coach’s zone', async () => {
    const state = { ...calendarStates.each, coachTimeZone: 'Asia/Tokyo' };
    const stage = await stagePanel(
      { kind: 'timeOff', start: wallAt('2028-04-13', '20:00'), end: wallAt('2028-04-13', '22:00') },
      state,
    );
    await type(stage, 'off-everyWeeks', '1');
    await type(stage, 'off-until', '2028-04-20');
    await send(stage);
    expect(stage.flow.asked('addTimeOff')[0])
      .to.have.nested.property('[0].repeat')
      .that.deep.equals({
        everyWeeks: 1,
        weekdays: [5],
        until: '2028-04-21',
      });
  });

  it('removes time off from the list', async () => {
    const stage = await stagePanel(panel(), calendarStates.full);
    await press(stage, 'Remove Friday, April 14');
    expect(stage.flow.asked('removeTimeOff')).to.deep.equal([[calendarStates.full.timeOff[0]!.id]]);
  });
});

describe('Arabic', () => {
  it('runs from right to left, with its own plurals', async () => {
    const bookings = Array.from({ length: 3 }, (_, i) => calendarBooking('2028-04-13', `1${i}:00`, `C ${i}`));
    const stage = await stagePanel(
      { kind: 'timeOff', start: wallAt('2028-04-13', '08:00'), end: wallAt('2028-04-13', '18:00') },
      calendarState({ bookings }),
      { lang: 'ar' },
    );
    expect(getComputedStyle(find(stage, '.panel')).direction).to.equal('rtl');
    expect(text(stage, '.warning')).to.match(/تقع (3|٣) حجوزات/);
  });
});
