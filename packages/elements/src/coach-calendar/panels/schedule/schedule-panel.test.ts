import { expect } from '@open-wc/testing';
import { calendarState, calendarStates, oneOfEach, schedule, wallAt } from '../../../../test/calendar-states.ts';
import { find, focusedId, press, send, settle, text, tick, type } from '../../../../test/panel-acts.ts';
import { framedStage } from '../../../../test/framed-stage.ts';
import { stagePanel, type PanelStage } from '../../../../test/panel-stage.ts';
import { waitUntil } from '../../../../test/wait-until.ts';
import type { Panel } from '../parts/panel.ts';
import { scheduleFile } from './schedule-panel.ts';

describe('the file of the editor', () => {
  it('asks for a missing file again, and loads it once for all panels', async () => {
    const { load } = scheduleFile;
    scheduleFile.load = () => Promise.reject(new Error('no network'));
    const stage = await stagePanel({ kind: 'schedule' }, calendarState({ schedule }));
    await settle(stage);
    expect(text(stage)).to.contain('There was no answer in time');
    scheduleFile.load = load;
    await press(stage, 'Try again');
    await waitUntil(() => stage.renderRoot.querySelector('.tabs'), 'the editor comes');
    const next = await stagePanel({ kind: 'schedule' }, calendarState({ schedule }));
    expect(find(next, '.tabs')).not.to.equal(null);
  });
});

describe('the editor of the hours', () => {
  const open = (panel: Panel = { kind: 'schedule' }, state = calendarState({ schedule })) => stagePanel(panel, state);
  const drafts = (stage: PanelStage) =>
    stage.flow.asked('draftSchedule').map(([draft]) => draft as { workingHours: unknown[] } | null);

  it('reads the schedule when it opens, and removes the draft from the week when it closes', async () => {
    const stage = await open();
    await settle(stage);
    expect(stage.flow.asked('openSchedule')).to.have.length(1);
    stage.panel = null;
    stage.requestUpdate();
    await settle(stage);
    expect(drafts(stage)).to.deep.equal([null]);
  });

  it('draws each valid change at once, and no invalid one', async () => {
    const stage = await open();
    await type(stage, 'hours-1-0-end', '12:00');
    expect(drafts(stage).at(-1)!.workingHours[0]).to.deep.equal({ dayOfWeek: 1, start: '09:00', end: '12:00' });
    await type(stage, 'hours-1-0-end', '09:00');
    expect(drafts(stage)).to.have.length(1);
    expect(text(stage, '#hours-1-0-end-error')).to.contain('another time than the start');
    await send(stage);
    expect(stage.flow.asked('saveSchedule')).to.deep.equal([]);
  });

  it('V23 takes hours past midnight in one range, and shows so', async () => {
    const stage = await open();
    await type(stage, 'hours-1-0-end', '02:00');
    expect(drafts(stage).at(-1)!.workingHours[0]).to.deep.equal({ dayOfWeek: 1, start: '09:00', end: '02:00' });
    expect(text(stage, '.range')).to.contain('until the next day');
  });

  describe('V08 a schedule that another person has saved meanwhile', () => {
    const moved = async () => {
      const stage = await open();
      await type(stage, 'hours-1-0-end', '12:00');
      const newer = { ...schedule, scheduleVersion: schedule.scheduleVersion + 1, workingHours: [] };
      stage.flow.set({ schedule: newer });
      stage.requestUpdate();
      await settle(stage);
      return { stage, newer };
    };

    it('reports another person’s changes, and keeps the typed ones', async () => {
      const { stage } = await moved();
      expect(text(stage, '.foot [role="alert"]')).to.contain('Somebody else has changed these hours');
      expect(find<HTMLInputElement>(stage, '#hours-1-0-end').value).to.equal('12:00');
      await expect(stage).to.be.accessible();
    });

    it('saves the typed changes in its place on request', async () => {
      const { stage, newer } = await moved();
      await press(stage, 'Save mine in their place');
      const [input] = stage.flow.asked('saveSchedule')[0] as [{ workingHours: unknown[]; scheduleVersion: number }];
      expect(input.workingHours[0]).to.deep.equal({ dayOfWeek: 1, start: '09:00', end: '12:00' });
      expect(input.scheduleVersion).to.equal(newer.scheduleVersion);
    });

    it('shows the newer hours on request', async () => {
      const { stage } = await moved();
      await press(stage, 'Show the newer hours');
      expect(stage.renderRoot.textContent).not.to.contain('Somebody else');
      expect(stage.renderRoot.querySelector('#hours-1-0-end')).to.equal(null);
      expect(stage.flow.asked('saveSchedule')).to.deep.equal([]);
    });
  });

  it('lists the bookings that would no longer fit', async () => {
    const stage = await open({ kind: 'schedule' }, calendarStates.draft);
    expect(text(stage, '.warning'))
      .to.contain('2 bookings would no longer fit')
      .and.contain('Farah Nasser')
      .and.contain('Outside working hours');
  });

  it('copies a day to the chosen others', async () => {
    const stage = await open();
    await press(stage, 'Copy Monday to…');
    await tick(stage, 'copy-1-6');
    await press(stage, 'Copy');
    expect(drafts(stage).at(-1)!.workingHours).to.deep.include({ dayOfWeek: 6, start: '09:00', end: '17:00' });
  });

  it('saves the whole schedule, with the hours that end at midnight', async () => {
    const stage = await open();
    await type(stage, 'hours-1-0-end', '00:00');
    await send(stage);
    const [input] = stage.flow.asked('saveSchedule')[0] as [{ workingHours: unknown[]; reminders: unknown }];
    expect(input.workingHours[0]).to.deep.equal({ dayOfWeek: 1, start: '09:00', end: '24:00' });
    expect(input.reminders).to.deep.equal(schedule.reminders);
    expect(stage.opened).to.deep.equal([null]);
  });

  it('keeps special dates: edits, closes, removes', async () => {
    const stage = await open();
    find<HTMLInputElement>(stage, 'input[value="overrides"]').click();
    await settle(stage);
    await press(stage, 'Edit: Saturday, April 22');
    await tick(stage, 'override-closed');
    await send(stage);
    expect(stage.flow.asked('setDateOverride')).to.deep.equal([['2028-04-22', []]]);
    await press(stage, 'Remove Monday, May 1');
    expect(stage.flow.asked('removeDateOverride')).to.deep.equal([['2028-05-01']]);
  });

  it('refuses hours of a date at which the clocks skip a time, with the reason', async () => {
    const stage = await open({ kind: 'schedule', date: '2027-03-14' });
    const save = async (start: string, end: string) => {
      await type(stage, 'override-0-start', start);
      await type(stage, 'override-0-end', end);
      await send(stage);
      return stage.flow.asked('setDateOverride').length;
    };
    expect(await save('02:30', '12:00')).to.equal(0);
    expect(text(stage, '#override-0-start-error')).to.contain('does not exist on that day: the clocks go forward');
    expect(focusedId(stage)).to.equal('override-0-start');
    expect(await save('01:00', '02:30')).to.equal(0);
    expect(text(stage, '#override-0-end-error')).to.contain('does not exist on that day');
    expect(await save('01:00', '02:00')).to.equal(1);
  });

  it('shows the limits of a rule', async () => {
    const stage = await open();
    find<HTMLInputElement>(stage, 'input[value="rules"]').click();
    await settle(stage);
    await type(stage, 'rule-slotInterval', '3');
    expect(text(stage, '#rule-slotInterval-error')).to.contain('from 5 to 1440');
    expect(drafts(stage)).to.deep.equal([]);
  });
});

describe('M11 the warning of the editor', () => {
  const conflicts = Array.from({ length: 5 }, (_, i) => ({
    bookingId: oneOfEach[i]!.id,
    start: oneOfEach[i]!.start!,
    end: oneOfEach[i]!.end!,
    code: 'outside_hours' as const,
    name: oneOfEach[i]!.attendee.name,
    serviceTitle: oneOfEach[i]!.serviceTitle,
  }));
  const state = calendarState({ schedule, bookings: oneOfEach, draft: { schedule, conflicts } });

  it('shows the warning in one line that unfolds', async () => {
    const stage = await stagePanel({ kind: 'schedule' }, state);
    const warning = find<HTMLDetailsElement>(stage, '.warning');
    expect(warning.open).to.equal(false);
    expect(text(stage, '.warning summary')).to.contain('5 bookings would no longer fit');
    warning.open = true;
    await expect(stage).to.be.accessible();
  });

  it('B names the session, its client and its time, also of one that is not on the screen', async () => {
    const far = { ...conflicts[0]!, bookingId: 'f'.repeat(24), start: wallAt('2028-12-07', '09:00') };
    const away = { ...far, name: 'Ana Torres', serviceTitle: 'Mobility', end: wallAt('2028-12-07', '10:00') };
    const stage = await stagePanel({ kind: 'schedule' }, { ...state, draft: { schedule, conflicts: [away] } });
    expect(text(stage, '.warning li')).to.contain('Ana Torres, Mobility, Thursday, December 7');
  });

  it('B counts separately what the stored hours do not fit already', async () => {
    const [first, ...others] = conflicts;
    const stored = { ...schedule, conflicts: others };
    const stage = await stagePanel({ kind: 'schedule' }, { ...state, schedule: stored });
    expect(text(stage, '.foot'))
      .to.contain('1 booking would no longer fit')
      .and.contain('4 bookings did not fit before');
    expect(stage.renderRoot.querySelectorAll('.warning li')).to.have.length(1);
    expect(text(stage, '.warning li')).to.contain(first!.name);
    stage.flow.set({ draft: { schedule, conflicts: others } });
    await settle(stage);
    expect(text(stage, '.foot')).to.contain('4 bookings did not fit before').and.not.contain('still fit');
    expect(stage.renderRoot.querySelector('.warning')).to.equal(null);
  });

  for (const [width, height] of [
    [390, 664],
    [683, 384],
    [844, 390],
  ] as const)
    it(`covers no field that has the keyboard at ${width} × ${height}`, async () => {
      const { stage, remove } = await framedStage([width, height], { kind: 'schedule' }, state);
      await waitUntil(() => stage.renderRoot.querySelector('.weekday'), 'the editor comes');
      const dialog = find(stage, 'dialog').getBoundingClientRect();
      for (const field of stage.renderRoot.querySelectorAll<HTMLElement>('.weekday :is(input, button)')) {
        field.focus();
        const { left, right, top, bottom } = field.getBoundingClientRect();
        expect(top, `${field.id} above`).to.be.at.least(dialog.top);
        expect(bottom, `${field.id} below`).to.be.at.most(dialog.bottom);
        for (const y of [top + 3, bottom - 3]) {
          const seen = stage.shadowRoot!.elementFromPoint((left + right) / 2, y);
          expect(seen?.closest('.foot, header')?.className ?? '', `${field.id || field.ariaLabel} is covered`).to.equal(
            '',
          );
        }
      }
      remove();
    });
});
