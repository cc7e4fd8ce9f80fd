import { expect, oneEvent } from '@open-wc/testing';
import { fakeBooking } from '../../test/fake-flow.ts';
import { click, drawn, find, findAll, focused, mount } from '../../test/mount.ts';
import { booking, bookingStates, now, problem } from '../../test/states.ts';
import type { CoachBooking } from './coach-booking.ts';

const { unproven, proven, slots, loading, details, confirming, holding, taken, confirmed } = bookingStates;

describe('details', () => {
  const type = async (element: CoachBooking, field: string, value: string) => {
    const input = find<HTMLInputElement>(element, `#${field}`);
    input.value = value;
    input.dispatchEvent(new Event('input'));
    await element.updateComplete;
  };

  it('passes on what is typed', async () => {
    const flow = fakeBooking(details);
    await type(await mount(flow), 'email', 'a');
    expect(flow.asked('setDetails')).to.deep.equal([[{ email: 'a' }]]);
  });

  it('checks a field from the first time it is left, as one types', async () => {
    const flow = fakeBooking(details);
    const element = await mount(flow);
    flow.set({ details: { ...details.details, email: 'ana@' } });
    await element.updateComplete;
    expect(find(element, '#email-error').textContent).to.equal('');
    find(element, '#email').dispatchEvent(new Event('blur'));
    await element.updateComplete;
    expect(find(element, '#email-error').textContent).to.contain('name@example.com');
    expect(find(element, '#email').getAttribute('aria-describedby')).to.equal('email-error');
    flow.set({ details: { ...details.details, email: 'ana@example.com' } });
    await element.updateComplete;
    expect(find(element, '#email').getAttribute('aria-invalid')).to.equal('false');
  });

  it('leads to the first wrong field in place of sending', async () => {
    const flow = fakeBooking(details);
    const element = await mount(flow);
    find<HTMLFormElement>(element, 'form').requestSubmit();
    await element.updateComplete;
    expect(focused(element)?.id).to.equal('name');
    expect(find(element, '#name-error').textContent).to.equal('Please tell us your name.');
    expect(find(element, '#email-error').textContent).to.equal('Please tell us your e-mail address.');
    expect(flow.asked('confirm')).to.have.length(0);
  });

  it('sends once, no matter what is pressed meanwhile', async () => {
    const flow = fakeBooking({ ...details, details: confirming.details });
    const element = await mount(flow);
    find<HTMLFormElement>(element, 'form').requestSubmit();
    flow.set({ phase: 'confirming' });
    await element.updateComplete;
    find<HTMLFormElement>(element, 'form').requestSubmit();
    await click(element, '.back');
    expect(flow.asked('confirm')).to.have.length(1);
    expect(flow.asked('backToSlots')).to.have.length(0);
  });

  it('A15 shows the clock of a held time for the last two minutes alone, and offers one extension', async () => {
    const flow = fakeBooking({ ...details, hold: { ...details.hold!, endsAt: now + 121_000 } });
    const element = await mount(flow);
    expect(find(element, '.held').textContent).to.equal('This time is kept for you.');
    flow.set({ hold: { ...details.hold!, endsAt: now + 120_000 } });
    await element.updateComplete;
    expect(find(element, '.held').textContent).to.contain('2:00');
    await click(element, '.held button');
    expect(flow.asked('extendHold')).to.have.length(1);
    flow.set({ hold: { ...details.hold!, endsAt: now + 60_000, extended: true } });
    await element.updateComplete;
    expect(findAll(element, '.held button')).to.have.length(0);
  });

  it('shows before booking where the session will be, with a map, and what to bring', async () => {
    const placed = await mount(fakeBooking(bookingStates.detailsPlaced));
    expect(find(placed, 'form').textContent).to.contain('12 Pier Street').and.contain('Towel, water, indoor shoes');
    expect(find<HTMLAnchorElement>(placed, 'form a[target]').href).to.contain('query=Harbour+Gym');
    const online = await mount(fakeBooking(bookingStates.detailsOnline));
    expect(find(online, 'form').textContent).to.contain('Coach A sends you the link to join.');
  });

  it('A7 shows that the visitor is offline only when the browser reports it', async () => {
    const alert = async () => find(await mount(fakeBooking(bookingStates.offline)), '[role="alert"]').textContent;
    expect(await alert()).to.contain('The booking service cannot be reached');
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    try {
      expect(await alert()).to.contain('You are offline');
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('keeps what was typed when the network is lost, and tries again', async () => {
    const flow = fakeBooking(bookingStates.offline);
    const element = await mount(flow);
    expect(find<HTMLInputElement>(element, '#name').value).to.equal('Ana Diaz');
    await click(element, '[role="alert"] .go');
    expect(flow.asked('retry')).to.have.length(1);
  });
});

describe('steps', () => {
  it('moves the focus to the heading of a step after the visitor acted', async () => {
    const flow = fakeBooking(slots);
    const element = await mount(flow);
    find(element, '[part~="slot-available"]').focus();
    await click(element, '[part~="slot-available"]');
    flow.set(holding);
    await element.updateComplete;
    expect(focused(element)?.dataset['start'], 'while the slot is being kept').to.equal('2028-04-11T09:00:00Z');
    flow.set(details);
    await element.updateComplete;
    expect(focused(element)?.textContent).to.equal('Your details');
  });

  it('A3 moves the focus after the very first act, which is the choice of a service', async () => {
    const flow = fakeBooking(bookingStates.services);
    const element = await mount(flow);
    flow.on('chooseService', () => flow.set(slots));
    find(element, '[part="service-button"]').focus();
    await click(element, '[part="service-button"]');
    expect(focused(element)?.id).to.equal('step');
  });

  it('A14 leaves the focus in the field when the hold runs out, and explains how to continue', async () => {
    const flow = fakeBooking(details);
    const element = await mount(flow);
    await click(element, '#notes');
    find(element, '#notes').focus();
    flow.set(bookingStates.expired);
    await element.updateComplete;
    expect(focused(element)?.id).to.equal('notes');
    expect(find(element, '[role="alert"]').textContent).to.contain('no longer kept for you');
    expect(find(element, '[role="alert"] .go').textContent, 'A15').to.equal('Hold it again');
  });

  it('A9 names the zone on the button that books', async () => {
    const element = await mount(fakeBooking({ ...details, slots: { ...details.slots, timeZone: 'Asia/Kathmandu' } }));
    expect(find(element, '.chosen').textContent).to.contain('Kathmandu');
  });

  it('leaves the focus alone without an act of the visitor', async () => {
    const flow = fakeBooking(loading);
    const element = await mount(flow);
    flow.set(slots);
    await drawn(element);
    flow.set(details);
    await element.updateComplete;
    expect(document.activeElement).to.equal(document.body);
  });

  it('leads back to the times with the alert in focus when the slot was lost', async () => {
    const flow = fakeBooking(confirming);
    const element = await mount(flow);
    await click(element, 'form .go');
    flow.set(taken);
    await element.updateComplete;
    expect(focused(element)?.id).to.equal('problem');
  });

  it('notifies the page of the booking without contact details or the manage link', async () => {
    const flow = fakeBooking(confirming);
    const element = await mount(flow);
    setTimeout(() => flow.set(confirmed));
    const { detail } = await oneEvent(element, 'coach-booking-created');
    const { id, coachId, serviceId, start, end, status } = booking;
    expect(detail).to.deep.equal({ id, coachId, serviceId, start, end, status });
  });

  it('notifies the page why a slot could not be booked', async () => {
    const flow = fakeBooking(confirming);
    const element = await mount(flow);
    setTimeout(() => flow.set({ phase: 'details', problem: problem('refused', { code: 'TOO_SOON' }) }));
    const { detail } = await oneEvent(element, 'coach-booking-failed');
    expect(detail).to.include({ kind: 'refused', code: 'TOO_SOON', retryable: false });
  });

  it('S22 ends with the manage link and three web calendars, which do not receive it', async () => {
    const element = await mount(fakeBooking(confirmed));
    const links = findAll(element, 'a:not([part~="account"])').map((link) => (link as HTMLAnchorElement).hostname);
    expect(links).to.deep.equal(['calendar.google.com', 'outlook.live.com', 'calendar.yahoo.com', 'book.example']);
    const abroad = findAll(element, 'a[target="_blank"]').map((link) =>
      decodeURIComponent((link as HTMLAnchorElement).href),
    );
    expect(
      abroad.filter((link) => link.includes('manage')),
      'S22',
    ).to.deep.equal([]);
  });
});

describe('R14 a booking that the visitor confirms by mail', () => {
  it('says where the mail went and until when the time is kept, and leads to another time', async () => {
    const flow = fakeBooking(unproven);
    const element = await mount(flow);
    const text = find(element, '[part=confirmation]').textContent.replace(/[\u2068\u2069]/g, '');
    expect(text).to.contain('Check your mail');
    expect(text).to.contain(`We have written to ${unproven.booking.attendee.email}.`);
    expect(text).to.match(/kept for you until \d+:30/);
    expect(findAll(element, '[part=confirmation] a')).to.have.length(0);
    await expect(element).to.be.accessible();
    await click(element, '[part=confirmation] .link');
    expect(flow.asked('bookAnother')).to.have.length(1);
  });

  it('goes on when it was confirmed elsewhere, tells the page, and has no link that is in the mail', async () => {
    const flow = fakeBooking(unproven);
    const element = await mount(flow);
    const created = oneEvent(element, 'coach-booking-created');
    flow.set(proven);
    await element.updateComplete;
    expect((await created).detail).to.include({ id: proven.booking.id, status: proven.booking.status });
    const confirmation = find(element, '[part=confirmation]');
    expect(confirmation.textContent).to.contain('in your mail');
    expect([...confirmation.querySelectorAll('a')].map(({ href }) => href).join()).not.to.contain('/manage/');
  });
});
