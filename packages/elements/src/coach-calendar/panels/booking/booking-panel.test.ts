import { expect } from '@open-wc/testing';
import { calendarStates, oneOfEach, team, wallAt } from '../../../../test/calendar-states.ts';
import { find, focusedId, press, send, settle, text, type } from '../../../../test/panel-acts.ts';
import { stagePanel, type PanelStage } from '../../../../test/panel-stage.ts';
import { waitUntil } from '../../../../test/wait-until.ts';

const historyOf = (stage: PanelStage) =>
  waitUntil(() => stage.renderRoot.querySelector('[part="history"] ol'), 'the history comes');

const eva = oneOfEach[4]!;
const each = calendarStates.each;

describe('the panel of a booking', () => {
  const open = (id = eva.id, state = each, act?: 'reschedule' | 'cancel') =>
    stagePanel({ kind: 'booking', id, ...(act && { act }) }, state);

  it('shows the people, the time for both sides, the service, and the history', async () => {
    const stage = await open();
    expect(find<HTMLAnchorElement>(stage, 'a[href^="mailto"]').href).to.equal('mailto:eva.lindqvist@example.com');
    expect(find<HTMLAnchorElement>(stage, 'a[href^="tel"]').href).to.equal('tel:+12125550100');
    expect(text(stage)).to.contain('Wednesday, April 12, 1:00').and.contain('7:00').and.contain('Stockholm');
    await historyOf(stage);
    expect(text(stage)).to.contain('Moved from').and.contain('Train late');
  });

  it('shows the place of a session in person', async () => {
    const place = { name: 'Harbour Gym', address: '12 Pier Street, Boston', hint: 'Ring at the blue door.' };
    const stage = await open(eva.id, { ...each, bookings: each.bookings.map((one) => ({ ...one, place })) });
    expect(text(stage, '[part="place"]')).to.match(/Harbour Gym\s*12 Pier Street, Boston\s*Ring at the blue door\./);
  });

  it('shows the attendee’s answers, and nothing where no question was asked', async () => {
    expect(text(await open())).not.to.contain('Answers to questions');
    const answers = { 'Does anything hurt?': 'My left knee, when I run.' };
    const stage = await open(eva.id, { ...each, bookings: each.bookings.map((one) => ({ ...one, answers })) });
    expect(text(stage)).to.contain('Answers to questions').and.contain('Does anything hurt?');
    expect(text(stage)).to.contain('My left knee, when I run.');
  });

  it('leads to the meeting of a session online', async () => {
    const joinUrl = 'https://book.example/join/x7.a9';
    const online = {
      locationKind: 'online',
      status: 'confirmed',
      video: { joinUrl, provider: 'jitsi', state: 'ready' },
    } as const;
    const stage = await open(eva.id, { ...each, bookings: each.bookings.map((one) => ({ ...one, ...online })) });
    const link = find<HTMLAnchorElement>(stage, `a[href="${joinUrl}"]`);
    expect(link.textContent).to.equal('Join online');
    expect(link.rel).to.equal('noopener noreferrer');
  });

  for (const [state, words] of [
    ['preparing', 'The meeting is being prepared.'],
    ['failed', 'The meeting could not be made yet.'],
    ['ready', 'Password: 493021'],
  ] as const)
    it(`shows beside the link how far a meeting is: ${state}`, async () => {
      const given = { joinUrl: 'https://book.example/join/x7.a9', provider: 'zoom' } as const;
      const video = { ...given, state, ...(state === 'ready' && { password: '493021' }) };
      const online = { locationKind: 'online', status: 'confirmed', video } as const;
      const stage = await open(eva.id, { ...each, bookings: each.bookings.map((one) => ({ ...one, ...online })) });
      expect(text(stage, '[part="summary"]')).to.contain('Join online').and.contain(words);
    });

  it('R25 shows that a request which was not confirmed in time has expired, and what to do where the session took place', async () => {
    const expired = { status: 'cancelled', cancelledBy: 'system', cancellationReason: 'expired' } as const;
    const cancelledAt = '2028-04-12T17:00:00Z';
    const bookings = each.bookings.map((one) =>
      one.id === eva.id ? { ...one, ...expired, cancelledAt, actions: [] } : one,
    );
    const stage = await open(eva.id, { ...each, bookings });
    expect(text(stage)).to.contain('Expired: not confirmed in time').and.contain('a time in the past can be booked');
    await historyOf(stage);
    expect(text(stage, '[part="history"]')).not.to.contain('by the system');
  });

  for (const booking of oneOfEach)
    it(`has a button for exactly what is allowed: ${booking.status}`, async () => {
      const stage = await open(booking.id);
      const shown = [...stage.renderRoot.querySelectorAll('.actions button')].map(
        (button) => /action-(\w+)/.exec(button.part.value)![1],
      );
      expect(shown).to.have.members(booking.actions);
    });

  it('sends one move, and nothing more while it is under way', async () => {
    const stage = await open();
    await press(stage, 'Start session');
    expect(stage.flow.asked('start')).to.deep.equal([[eva.id]]);
    stage.flow.set({ busy: [eva.id] });
    await settle(stage);
    await press(stage, 'Start session');
    expect(stage.flow.asked('start')).to.have.length(1);
  });

  it('M1 takes a double press for one, though another button is there after the first', async () => {
    const pending = oneOfEach.find(({ status }) => status === 'scheduled')!;
    const stage = await open(pending.id);
    const first = find<HTMLButtonElement>(stage, '.actions button');
    first.click();
    expect(focusedId(stage)).to.equal('booking-status');
    const bookings = oneOfEach.map((one) =>
      one.id === pending.id ? { ...one, status: 'confirmed' as const, actions: ['start', 'cancel'] as const } : one,
    );
    stage.flow.set({ bookings: bookings as typeof oneOfEach });
    await settle(stage);
    const second = find<HTMLButtonElement>(stage, '.actions button');
    expect(second).not.to.equal(first);
    second.click();
    expect(stage.flow.asked('confirm')).to.have.length(1);
    expect(stage.flow.asked('start')).to.have.length(0);
  });

  it('M2 undoes the last step as long as the server allows it, by button and by u', async () => {
    const bookings = each.bookings.map((one) => ({ ...one, actions: ['complete', 'undo'] as const }));
    const stage = await open(eva.id, { ...each, bookings: bookings as unknown as typeof each.bookings });
    await press(stage, 'Undo', '.actions');
    expect(focusedId(stage)).to.equal('booking-status');
    const key = (target: HTMLElement) =>
      target.dispatchEvent(new KeyboardEvent('keydown', { key: 'u', bubbles: true, cancelable: true }));
    key(find(stage, '#booking-status'));
    expect(stage.flow.asked('undo')).to.deep.equal([[eva.id], [eva.id]]);
    await press(stage, 'Edit');
    key(find(stage, '#booking-notes'));
    expect(stage.flow.asked('undo'), 'where one types').to.have.length(2);
  });

  it('M2 shows in the dialog what was done, where it can be read aloud and undone', async () => {
    const stage = await open(eva.id, calendarStates.each);
    expect(find(stage, 'dialog [role=status]')).to.be.instanceOf(HTMLElement);
    stage.flow.set({ done: { intent: 'confirm', bookingId: eva.id, undoable: true } });
    await settle(stage);
    expect(text(stage, 'dialog [role=status] .toast')).to.contain('Booking confirmed');
    expect(stage.renderRoot.querySelectorAll('.toast')).to.have.length(1);
    await press(stage, 'Undo', 'dialog .toast');
    expect(stage.flow.asked('undo')).to.have.length(1);
    await expect(stage).to.be.accessible();
  });

  it('shows a refusal once', async () => {
    const stage = await open(eva.id, calendarStates.problem, 'reschedule');
    expect(stage.renderRoot.querySelectorAll('.problem')).to.have.length(1);
  });

  it('assigns it to a member of the team, and undoes that', async () => {
    const stage = await open();
    await type(stage, 'booking-staff', team[1]!.id);
    await type(stage, 'booking-staff', '');
    expect(stage.flow.asked('assign')).to.deep.equal([
      [eva.id, team[1]!.id],
      [eva.id, null],
    ]);
    expect(text(stage, '#booking-staff')).not.to.contain('Mei Lin');
  });

  it('keeps notes as typed until they are saved', async () => {
    const stage = await open();
    stage.flow.answers(false);
    await press(stage, 'Edit');
    expect(focusedId(stage)).to.equal('booking-notes');
    await type(stage, 'booking-notes', 'New belt.');
    await send(stage);
    expect(stage.flow.asked('setNotes')).to.deep.equal([[eva.id, 'New belt.']]);
    expect(find<HTMLTextAreaElement>(stage, '#booking-notes').value).to.equal('New belt.');
    stage.flow.answers(true);
    await send(stage);
    expect(stage.renderRoot.querySelector('#booking-notes')).to.equal(null);
  });

  it('moves by date, time and length, in the shown zone', async () => {
    const stage = await open();
    await press(stage, 'Reschedule');
    expect(focusedId(stage)).to.equal('move-date');
    await type(stage, 'move-time', '15:00');
    await type(stage, 'move-duration', '90');
    await type(stage, 'move-reason', ' late train ');
    await send(stage);
    expect(stage.flow.asked('reschedule')).to.deep.equal([
      [eva.id, { start: wallAt('2028-04-12', '15:00'), duration: 90, reason: 'late train' }],
    ]);
    expect(text(stage, 'h2')).to.equal(eva.attendee.name);
  });

  it('offers the nearest free times when the new one is refused', async () => {
    const stage = await open(eva.id, calendarStates.problem, 'reschedule');
    await press(stage, 'Wednesday, April 12, 2:30 PM');
    expect(stage.flow.asked('reschedule'), 'only once it is sent').to.have.length(0);
    expect((stage.shadowRoot!.activeElement as HTMLButtonElement).type).to.equal('submit');
    await send(stage);
    expect(stage.flow.asked('reschedule')[0]![1]).to.deep.include({ start: wallAt('2028-04-12', '14:30') });
  });

  it('M12 asks about notes that were typed, and not about notes that are only open', async () => {
    const stage = await open();
    await press(stage, 'Edit');
    await type(stage, 'booking-notes', 'New belt.');
    await press(stage, 'Close');
    await press(stage, 'Keep editing');
    expect(find<HTMLTextAreaElement>(stage, '#booking-notes').value).to.equal('New belt.');
    await type(stage, 'booking-notes', eva.notes);
    await press(stage, 'Close');
    expect(stage.opened).to.deep.equal([null]);
  });

  it('cancels only after a second question', async () => {
    const stage = await open();
    await press(stage, 'Cancel booking');
    await type(stage, 'cancel-reason', 'Ill');
    await press(stage, 'Continue');
    expect(stage.flow.asked('cancel')).to.deep.equal([]);
    expect(text(stage)).to.contain('Cancel Strength session with Eva Lindqvist on');
    expect(find<HTMLInputElement>(stage, '#cancel-tell').checked, 'B1').to.equal(true);
    await press(stage, 'Yes, cancel it');
    expect(stage.flow.asked('cancel')).to.deep.equal([[eva.id, { reason: 'Ill' }]]);
    expect(stage.opened).to.deep.equal([null]);
  });

  it('V15 keeps a session in the second one o’clock of the night there when it is only made longer', async () => {
    const night = { start: '2028-11-05T06:00:00Z', end: '2028-11-05T07:00:00Z' };
    const state = { ...each, bookings: each.bookings.map((one) => (one.id === eva.id ? { ...one, ...night } : one)) };
    const stage = await stagePanel({ kind: 'booking', id: eva.id, act: 'reschedule' }, state);
    await type(stage, 'move-duration', '90');
    await send(stage);
    expect(stage.flow.asked('reschedule')[0]![1]).to.deep.include({ start: night.start, duration: 90 });
  });
});
