import { expect } from '@open-wc/testing';
import { calendarProblem, calendarState, calendarStates, schedule, wallAt } from '../../../../test/calendar-states.ts';
import { find, focusedId, press, send, settle, text, type } from '../../../../test/panel-acts.ts';
import { stagePanel, type PanelStage } from '../../../../test/panel-stage.ts';
import { waitUntil } from '../../../../test/wait-until.ts';
import type { Panel } from '../parts/panel.ts';

const each = calendarStates.each;

describe('the form of a new booking', () => {
  const panel = (): Panel => ({ kind: 'create', start: wallAt('2028-04-13', '10:00') });
  const fill = async (stage: PanelStage) => {
    await type(stage, 'new-name', 'Zoe Wolf');
    await type(stage, 'new-email', 'zoe@example.com');
  };

  it('sends what was typed and leaves out the fields that follow from the service', async () => {
    const stage = await stagePanel(panel(), each);
    expect(focusedId(stage)).to.equal('new-name');
    await fill(stage);
    await send(stage);
    expect(stage.flow.asked('create')).to.deep.equal([
      [
        {
          start: wallAt('2028-04-13', '10:00'),
          serviceId: each.services[0]!.id,
          attendee: { name: 'Zoe Wolf', email: 'zoe@example.com' },
        },
      ],
    ]);
    expect(stage.opened).to.deep.equal([null]);
  });

  it('sends another address of a session in person, and none online', async () => {
    const stage = await stagePanel(panel(), each);
    await fill(stage);
    await type(stage, 'new-place', ' 1 Home Street ');
    await send(stage);
    const [[sent]] = stage.flow.asked('create') as [[Record<string, unknown>]];
    expect(sent).to.deep.include({ place: { address: '1 Home Street' } });
    const online = await stagePanel(panel(), each);
    await fill(online);
    await type(online, 'new-place', '1 Home Street');
    const select = find<HTMLSelectElement>(online, '#new-locationKind');
    select.value = 'online';
    select.dispatchEvent(new Event('change'));
    await settle(online);
    expect(online.renderRoot.querySelector('#new-place')).to.equal(null);
    await send(online);
    const [[other]] = online.flow.asked('create') as [[Record<string, unknown>]];
    expect(other).to.include({ locationKind: 'online' }).and.not.have.property('place');
  });

  it('takes a drawn range as the length, with a service of that length when there is one', async () => {
    const long = await stagePanel(
      { kind: 'create', start: wallAt('2028-04-13', '10:00'), end: wallAt('2028-04-13', '11:15') },
      each,
    );
    expect([
      find<HTMLSelectElement>(long, '#new-service').value,
      find<HTMLInputElement>(long, '#new-duration').value,
    ]).to.deep.equal(['', '75']);
    const talk = await stagePanel(
      { kind: 'create', start: wallAt('2028-04-13', '10:00'), end: wallAt('2028-04-13', '10:30') },
      each,
    );
    expect(find<HTMLSelectElement>(talk, '#new-service').value).to.equal(each.services[1]!.id);
  });

  it('B offers a service made elsewhere meanwhile, and shows what it sends when the chosen one is gone', async () => {
    const stage = await stagePanel(panel(), each);
    await fill(stage);
    const select = find<HTMLSelectElement>(stage, '#new-service');
    const yoga = { ...each.services[0]!, id: '665f00000000000000000099', title: 'Yoga', duration: 45 };
    stage.flow.set({ services: [...each.services, yoga] });
    await settle(stage);
    expect([...select.options].map(({ text }) => text)).to.include('Yoga');
    expect(select.value).to.equal(each.services[0]!.id);
    stage.flow.set({ services: [...each.services.slice(1), yoga] });
    await settle(stage);
    expect(select.value).to.equal('');
    await send(stage);
    const [[sent]] = stage.flow.asked('create') as [[Record<string, unknown>]];
    expect(sent).to.deep.include({ duration: each.services[0]!.duration });
    expect(sent).not.to.have.property('serviceId');
  });

  it('refuses a time that the clocks skip, with the reason, and books nothing', async () => {
    const stage = await stagePanel(panel(), each);
    await fill(stage);
    await type(stage, 'new-date', '2027-03-14');
    await type(stage, 'new-time', '02:30');
    expect(text(stage)).to.contain('does not exist on that day: the clocks go forward');
    await send(stage);
    expect(stage.flow.asked('create')).to.deep.equal([]);
    expect(focusedId(stage)).to.equal('new-time');
    await type(stage, 'new-time', '03:00');
    await send(stage);
    expect(stage.flow.asked('create')).to.have.length(1);
  });

  it('V15 keeps which of the two one-o’clocks was chosen, says it, and gives the other', async () => {
    const proposed = { start: '2028-11-05T06:00:00Z', end: '2028-11-05T07:00:00Z' };
    const taken = { ...calendarProblem('taken', { intent: 'create' }), alternatives: [proposed] };
    const stage = await stagePanel(panel(), { ...each, problem: taken });
    stage.flow.answers(false);
    await fill(stage);
    await press(stage, 'Sunday, November 5, 1:00 AM EST');
    stage.flow.set({ problem: null });
    await settle(stage);
    await send(stage);
    await press(stage, 'Sunday, November 5, 1:00 AM EDT');
    expect(text(stage)).to.contain('Sunday, November 5, 1:00 AM EDT');
    await send(stage);
    await type(stage, 'new-time', '02:00');
    expect(text(stage)).not.to.contain('1:00 AM E');
    const starts = stage.flow.asked('create').map(([sent]) => (sent as { start: string }).start);
    expect(starts).to.deep.equal([proposed.start, '2028-11-05T05:00:00Z']);
  });

  it('R18 needs no e-mail, and explains what that means', async () => {
    const stage = await stagePanel(panel(), each);
    expect(stage.renderRoot.textContent).to.contain('Without an e-mail this person receives no messages.');
    await type(stage, 'new-name', 'Walker');
    await send(stage);
    expect(stage.flow.asked('create')).to.deep.include.members([
      [
        {
          start: wallAt('2028-04-13', '10:00'),
          serviceId: each.services[0]!.id,
          attendee: { name: 'Walker' },
        },
      ],
    ]);
    const named = await stagePanel(panel(), each);
    await fill(named);
    expect(named.renderRoot.textContent).not.to.contain('receives no messages');
  });

  it('does not mark an empty field that was only passed', async () => {
    const stage = await stagePanel(panel(), each);
    find(stage, '#new-name').focus();
    find(stage, 'summary').focus();
    await settle(stage);
    expect(stage.renderRoot.querySelectorAll('.error')).to.have.length(0);
  });

  it('takes a proposed time into its fields, and books it only when the form is sent', async () => {
    const stage = await stagePanel(panel());
    await fill(stage);
    const slot = { start: wallAt('2028-04-13', '16:00'), end: wallAt('2028-04-13', '17:00'), status: 'available' };
    const problem = calendarProblem('taken', { code: 'SLOT_TAKEN', intent: 'create' });
    stage.flow.set({ problem: { ...problem, alternatives: [slot] as never } });
    await settle(stage);
    await press(stage, 'Thursday, April 13, 4:00 PM');
    expect(stage.flow.asked('create')).to.deep.equal([]);
    expect(find<HTMLInputElement>(stage, '#new-time').value).to.equal('16:00');
  });

  it('shows what is missing at the field, and moves the focus there', async () => {
    const stage = await stagePanel(panel(), each);
    await type(stage, 'new-email', 'nobody');
    await send(stage);
    expect(stage.flow.asked('create')).to.deep.equal([]);
    expect(focusedId(stage)).to.equal('new-name');
    expect(text(stage, '#new-email-error')).to.contain('address like');
  });

  it('V10 lists every warning about the time, and books in spite of them on request', async () => {
    const stage = await stagePanel(panel());
    stage.flow.answers(false);
    await fill(stage);
    await send(stage);
    const warnings = ['notice', 'off_grid', 'date_override', 'same_day'] as const;
    stage.flow.set({ problem: calendarProblem('refused', { code: 'TOO_SOON', intent: 'create', warnings }) });
    await settle(stage);
    expect(stage.renderRoot.querySelectorAll('[part~="problem"] li')).to.have.length(4);
    await expect(stage).to.be.accessible();
    stage.flow.answers(true);
    await press(stage, 'Book anyway');
    expect(stage.flow.asked('override')).to.have.length(1);
    expect(stage.opened.at(-1)).to.equal(null);
  });

  it('offers no override where no warning can be overridden', async () => {
    const stage = await stagePanel(panel());
    stage.flow.set({ problem: calendarProblem('taken', { code: 'SLOT_TAKEN', intent: 'create' }) });
    await settle(stage);
    expect(stage.renderRoot.textContent).not.to.contain('Book anyway');
  });

  describe('M12 when the user leaves it', () => {
    const escape = async (stage: PanelStage) => {
      const at = stage.shadowRoot!.activeElement ?? find(stage, '.panel');
      at.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
      await settle(stage);
    };

    it('asks before typed work is discarded, and keeps it on request', async () => {
      const stage = await stagePanel(panel(), each);
      await fill(stage);
      find(stage, '#new-email').focus();
      await escape(stage);
      expect(stage.opened).to.deep.equal([]);
      expect(text(stage, '[role=alertdialog]')).to.contain('Discard what you typed?');
      expect(stage.shadowRoot!.activeElement!.textContent).to.contain('Keep editing');
      await expect(stage).to.be.accessible();
      await escape(stage);
      await new Promise(requestAnimationFrame);
      expect(stage.renderRoot.querySelector('[role=alertdialog]')).to.equal(null);
      expect(focusedId(stage)).to.equal('new-email');
      expect(find<HTMLInputElement>(stage, '#new-name').value).to.equal('Zoe Wolf');
      await press(stage, 'Close');
      await press(stage, 'Discard', '[role=alertdialog]');
      expect(stage.opened).to.deep.equal([null]);
    });

    it('asks nothing where nothing was typed, or the typed text was removed', async () => {
      const stage = await stagePanel(panel(), each);
      await type(stage, 'new-name', 'Z');
      await type(stage, 'new-name', '');
      await escape(stage);
      expect(stage.opened).to.deep.equal([null]);
    });

    it('leads from the hours back to the typed form', async () => {
      const create = panel();
      const stage = await stagePanel(create, calendarState({ schedule }));
      await fill(stage);
      stage.panel = { kind: 'schedule', date: '2028-04-13', then: create };
      stage.requestUpdate();
      await settle(stage);
      await escape(stage);
      expect(stage.opened).to.deep.equal([create]);
    });
  });

  it('keeps everything typed when it fails, and leads to the hours of that date and back', async () => {
    const stage = await stagePanel(panel(), calendarState({ schedule }));
    stage.flow.answers(false);
    await fill(stage);
    await send(stage);
    stage.flow.set({ problem: calendarProblem('refused', { code: 'OUTSIDE_HOURS', intent: 'create' }) });
    await settle(stage);
    await press(stage, 'Open Thursday, April 13');
    expect(stage.opened.at(-1)).to.deep.include({ kind: 'schedule', date: '2028-04-13' });
    stage.flow.answers(true);
    await waitUntil(() => stage.renderRoot.querySelector('dialog form'), 'the editor of the hours comes');
    await send(stage);
    expect(stage.flow.asked('setDateOverride')).to.deep.equal([['2028-04-13', [{ start: '09:00', end: '17:00' }]]]);
    expect(find<HTMLInputElement>(stage, '#new-name').value).to.equal('Zoe Wolf');
  });
});
