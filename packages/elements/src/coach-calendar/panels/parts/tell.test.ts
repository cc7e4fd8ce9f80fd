import { expect } from '@open-wc/testing';
import type { BookingChange, CalendarBooking } from '@coach-booking/sdk';
import { calendarState, calendarStates, oneOfEach, wallAt } from '../../../../test/calendar-states.ts';
import { find, press, send, settle, text, tick, type } from '../../../../test/panel-acts.ts';
import { stagePanel } from '../../../../test/panel-stage.ts';

const { each } = calendarStates;
const [eva, farah] = [oneOfEach[4]!, oneOfEach[5]!];
const withoutEmail = ({ attendee: { email: _none, ...attendee }, ...one }: CalendarBooking) => ({ ...one, attendee });

/** Returns the week with a booking that has been changed. */
const stateWith = (booking: CalendarBooking, change: Partial<CalendarBooking>) => ({
  ...each,
  bookings: each.bookings.map((one) => (one.id === booking.id ? { ...one, ...change } : one)),
});

const open = (booking: CalendarBooking, state = each, act?: 'reschedule' | 'cancel') =>
  stagePanel({ kind: 'booking', id: booking.id, ...(act && { act }) }, state);

describe('B1 notifying the client', () => {
  it('offers to notify where a booking is cancelled, and sends no message when it is unticked', async () => {
    const stage = await open(eva, each, 'cancel');
    await press(stage, 'Continue');
    await expect(stage).to.be.accessible();
    await tick(stage, 'cancel-tell');
    await press(stage, 'Yes, cancel it');
    expect(stage.flow.asked('cancel')).to.deep.equal([[eva.id, { notify: false }]]);
  });

  it('goes with the offer of another time, which is made only where the client is told', async () => {
    const stage = await open(eva, each, 'cancel');
    await press(stage, 'Continue');
    const offer = () => stage.renderRoot.querySelector<HTMLInputElement>('#cancel-offer');
    expect(offer()!.checked).to.equal(false);
    await tick(stage, 'cancel-offer');
    await expect(stage).to.be.accessible();
    await tick(stage, 'cancel-tell');
    expect(offer()).to.equal(null);
    await tick(stage, 'cancel-tell');
    await press(stage, 'Yes, cancel it');
    const silent = await open(eva, each, 'cancel');
    await press(silent, 'Continue');
    await tick(silent, 'cancel-offer');
    await tick(silent, 'cancel-tell');
    await press(silent, 'Yes, cancel it');
    expect([stage.flow.asked('cancel'), silent.flow.asked('cancel')]).to.deep.equal([
      [[eva.id, { offerReschedule: true }]],
      [[eva.id, { notify: false }]],
    ]);
    // A refused attendee is offered another time anyway.
    const request = await open(farah, each, 'cancel');
    await press(request, 'Continue');
    expect(request.renderRoot.querySelector('#cancel-offer')).to.equal(null);
  });

  it('offers no message to a client without an e-mail, and shows so in one line', async () => {
    const bookings = each.bookings.map((one) => (one.id === eva.id ? withoutEmail(one) : one));
    const stage = await open(eva, { ...each, bookings }, 'cancel');
    await press(stage, 'Continue');
    expect(stage.renderRoot.querySelector('#cancel-tell')).to.equal(null);
    expect(text(stage, '.panel').split('Without an e-mail')).to.have.length(2);
    await press(stage, 'Yes, cancel it');
    expect(stage.flow.asked('cancel')).to.deep.equal([[eva.id, {}]]);
  });

  it('R17 offers no message by default for a session whose start has passed', async () => {
    const past = stateWith(eva, { start: wallAt('2028-04-12', '09:00'), end: wallAt('2028-04-12', '10:00') });
    const stage = await open(eva, past, 'cancel');
    await press(stage, 'Continue');
    expect(find<HTMLInputElement>(stage, '#cancel-tell').checked).to.equal(false);
    await press(stage, 'Yes, cancel it');
    const other = await open(eva, past, 'cancel');
    await press(other, 'Continue');
    await tick(other, 'cancel-tell');
    await press(other, 'Yes, cancel it');
    expect([stage.flow.asked('cancel'), other.flow.asked('cancel')]).to.deep.equal([
      [[eva.id, { notify: false }]],
      [[eva.id, { notify: true }]],
    ]);
  });

  it('R17 follows the new start of a session that is moved', async () => {
    const stage = await open(eva, each, 'reschedule');
    const checkbox = () => find<HTMLInputElement>(stage, '#move-tell');
    expect(checkbox().checked).to.equal(true);
    await type(stage, 'move-date', '2028-04-11');
    expect(checkbox().checked).to.equal(false);
    await tick(stage, 'move-tell');
    await send(stage);
    expect(stage.flow.asked('reschedule')[0]![1]).to.deep.include({ notify: true });
  });

  it('offers to notify where a request is confirmed, not where the coach side has entered the booking', async () => {
    const stage = await open(farah);
    await press(stage, 'Confirm');
    const other = await open(farah);
    await tick(other, 'booking-tell');
    await press(other, 'Confirm');
    expect([stage.flow.asked('confirm'), other.flow.asked('confirm')]).to.deep.equal([
      [[farah.id, {}]],
      [[farah.id, { notify: false }]],
    ]);
    expect((await open(oneOfEach[6]!)).renderRoot.querySelector('#booking-tell')).to.equal(null);
  });

  it('offers to notify of a new booking, once there is an address', async () => {
    const stage = await stagePanel({ kind: 'create', start: wallAt('2028-04-13', '11:00') }, each);
    expect(stage.renderRoot.querySelector('#new-tell')).to.equal(null);
    await type(stage, 'new-name', 'Ida');
    await type(stage, 'new-email', 'ida@example.com');
    await tick(stage, 'new-tell');
    await send(stage);
    expect(stage.flow.asked('create')[0]![0]).to.deep.include({ notify: false });
  });
});

describe('the text about notifying after an act', () => {
  const shownText = async (intent: string, change: BookingChange, undoable = false) => {
    const stage = await stagePanel(
      null,
      calendarState({ done: { intent, bookingId: change.after.id, undoable, change } }),
    );
    await settle(stage);
    return text(stage, '.toast span')
      .replace(/[\u2068\u2069]/g, '')
      .trim();
  };
  const after = { ...eva, version: eva.version + 1 };

  it('names the person who will be notified, and never claims that a message was sent', async () => {
    expect(await shownText('cancel', { before: eva, after })).to.equal(
      'Booking cancelled. Eva Lindqvist will be told.',
    );
    expect(await shownText('create', { after })).to.equal('Booked. Eva Lindqvist will be told.');
    expect(await shownText('confirm', { before: farah, after: { ...farah, version: farah.version + 1 } })).to.equal(
      'Booking confirmed. Farah Nasser will be told.',
    );
  });

  it('R20 explains that the message about a move waits for two minutes, in which undo prevents it', async () => {
    expect(await shownText('reschedule', { before: eva, after }, true)).to.equal(
      'Booking moved. Eva Lindqvist will be told in two minutes. Undo before then tells nobody.',
    );
  });

  it('R20 says after an undo that a person who was notified gets another message', async () => {
    const back = 'Taken back. If Eva Lindqvist was told already, another message follows in two minutes.';
    const confirmed = { ...eva, status: 'confirmed' as const };
    const pending = { ...after, status: 'pending' as const };
    expect(await shownText('undo', { before: confirmed, after: pending })).to.equal(back);
    expect(await shownText('undo', { before: { ...eva, start: wallAt('2028-04-14', '09:00') }, after })).to.equal(back);
    expect(await shownText('undo', { before: confirmed, after: { ...after, status: 'scheduled' } })).to.equal(
      'Taken back.',
    );
    expect(await shownText('undo', { before: { ...eva, status: 'no_show' }, after })).to.equal('Taken back.');
    expect(await shownText('undo', { before: confirmed, after: withoutEmail(pending) })).to.contain('is not told');
  });

  it('names the person who is not notified: by choice, without an address, of the past (R17)', async () => {
    const not = 'Eva Lindqvist is not told.';
    expect(await shownText('cancel', { before: eva, after, notify: false })).to.contain(not);
    expect(await shownText('cancel', { before: eva, after: withoutEmail(after) })).to.contain(not);
    expect(await shownText('create', { after: { ...after, start: wallAt('2028-04-12', '09:00') } })).to.contain(not);
  });

  it('shows no text where no message is ever sent', async () => {
    expect(await shownText('confirm', { before: oneOfEach[6]!, after: oneOfEach[6]! })).to.equal('Booking confirmed.');
    expect(await shownText('complete', { before: eva, after })).to.equal('Session completed.');
    expect(await shownText('reschedule', { before: eva, after: eva })).to.equal('Booking moved.');
  });
});
