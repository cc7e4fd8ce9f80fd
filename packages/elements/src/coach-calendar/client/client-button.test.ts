import { expect } from '@open-wc/testing';
import { calendarBooking } from '../../../test/calendar-states.ts';
import { clientBooking, clientViews, clientWeek } from '../../../test/client-states.ts';
import { dialogText, isRead, stageBooking, stageClient, type ClientStage } from '../../../test/client-stage.ts';
import { bookingOf, find, focused, press } from '../../../test/mount-calendar.ts';
import { waitUntil } from '../../../test/wait-until.ts';
import { en } from './translations/en.ts';

const id = clientBooking.attendee.id;
const button = 'button[part~="client"]';
const title = ({ element }: ClientStage) => find(element, '#panel-title').textContent;

describe('the button that opens a client', () => {
  it('shows no button on a booking of a guest', async () => {
    const guest = await stageBooking({}, { name: 'Ben Okafor' });
    expect(guest.element.shadowRoot!.querySelector(button)).to.equal(null);
    await press(guest.element, 'i');
    expect(title(guest)).to.equal('Ben Okafor');
    expect(find(guest.element, 'dialog .panel').part.contains('panel-booking')).to.equal(true);
  });

  it('reads the client once, when the panel is opened, and not before', async () => {
    const stage = await stageBooking();
    expect(stage.flow.asked('openClient')).to.deep.equal([]);
    find(stage.element, button).click();
    await isRead(stage);
    stage.flow.set({ client: clientViews.full });
    stage.flow.set({ connection: 'connecting' });
    await stage.element.updateComplete;
    expect(stage.flow.asked('openClient')).to.deep.equal([[id]]);
  });

  it('moves the focus to the name of the client', async () => {
    const { element } = await stageClient(clientViews.full);
    expect(focused(element)!.id).to.equal('panel-title');
    expect(focused(element)!.textContent).to.equal('Ana Diaz');
  });

  for (const [how, leave] of [
    ['Escape', (element) => press(element, 'Escape')],
    ['the button back', async (element) => find(element, '.panel header .icon').click()],
  ] as readonly (readonly [string, (element: Awaited<ReturnType<typeof stageBooking>>['element']) => Promise<void>])[])
    it(`leads back to the booking with ${how}, the keyboard on the button, and the client is forgotten`, async () => {
      const stage = await stageClient(clientViews.full);
      await leave(stage.element);
      await stage.element.updateComplete;
      expect(find(stage.element, 'dialog .panel').part.contains('panel-booking')).to.equal(true);
      expect(focused(stage.element)).to.equal(find(stage.element, button));
      expect(stage.flow.asked('openClient')).to.deep.equal([[id], [null]]);
    });

  it('leaves what was being typed in the booking as it was', async () => {
    const stage = await stageBooking();
    find(stage.element, '.notes .link').click();
    await stage.element.updateComplete;
    const field = find<HTMLTextAreaElement>(stage.element, '#booking-notes');
    field.value = 'Bring the belt and the i';
    field.dispatchEvent(new Event('input'));
    await press(stage.element, 'i');
    expect(stage.flow.asked('openClient')).to.deep.equal([]);
    find(stage.element, button).click();
    await isRead(stage);
    await press(stage.element, 'Escape');
    expect(find<HTMLTextAreaElement>(stage.element, '#booking-notes').value).to.equal('Bring the belt and the i');
  });

  it('closes altogether with the cross, and returns the focus to the booking in the week', async () => {
    const stage = await stageClient(clientViews.full);
    find(stage.element, '.panel header [part="close"]').click();
    await stage.element.updateComplete;
    expect(stage.element.shadowRoot!.querySelector('dialog')).to.equal(null);
    expect(focused(stage.element)).to.equal(bookingOf(stage.element, 'Ana Diaz'));
    expect(stage.flow.asked('openClient')).to.deep.equal([[id], [null]]);
  });

  it('opens the client by the key i, on a panel and on the week; ? lists it', async () => {
    const stage = await stageBooking();
    await press(stage.element, 'i', { ctrlKey: true });
    expect(title(stage)).to.equal('Ana Diaz');
    await press(stage.element, 'i');
    await isRead(stage);
    find(stage.element, '.panel header [part="close"]').click();
    await stage.element.updateComplete;
    await press(stage.element, 'i');
    await isRead(stage, 3);
    expect(stage.flow.asked('openClient')).to.deep.equal([[id], [null], [id]]);
    await press(stage.element, 'Escape');
    expect(find(stage.element, 'dialog .panel').part.contains('panel-booking')).to.equal(true);
    find(stage.element, '.panel header [part="close"]').click();
    await stage.element.updateComplete;
    await press(stage.element, '?');
    await waitUntil(() => dialogText(stage).includes('The client: profile and logs'));
  });

  it('forgets the client when the calendar leaves the page, and reads anew when it comes back', async () => {
    const stage = await stageClient(clientViews.full);
    const place = stage.element.parentElement!;
    stage.element.remove();
    await Promise.resolve();
    await Promise.resolve();
    expect(stage.flow.asked('openClient').at(-1)).to.deep.equal([null]);
    place.append(stage.element);
    await isRead(stage, 3);
    expect(stage.flow.asked('openClient').at(-1)).to.deep.equal([id]);
  });

  it('forgets the client when the session ends', async () => {
    const stage = await stageClient(clientViews.full);
    stage.flow.set({ phase: 'signed_out', client: null });
    await isRead(stage, 2);
    expect(stage.flow.asked('openClient').at(-1)).to.deep.equal([null]);
  });

  it('shows no other client while another client is being read', async () => {
    const stage = await stageClient({ ...clientViews.full, id: '665f00000000000000000099' });
    expect(dialogText(stage)).to.contain(en.loading).and.not.contain('Left knee');
  });
});

describe('a client whose panel is opened from a booking that is removed', () => {
  it('keeps showing the client; the way back shows that the booking is gone', async () => {
    const stage = await stageClient(clientViews.full);
    stage.flow.set({ bookings: [calendarBooking('2028-04-12', '09:00', 'Ben Okafor')] });
    await stage.element.updateComplete;
    expect(dialogText(stage)).to.contain('Left knee');
    await press(stage.element, 'Escape');
    expect(dialogText(stage)).to.contain('This booking is not in the range');
    expect(clientWeek.bookings).to.have.length(2);
  });

  it('begins another booking with the client, of the same service, and leads back to the client', async () => {
    const stage = await stageClient(clientViews.full);
    await expect(stage.element).to.be.accessible();
    find(stage.element, 'button[part~="book-next"]').click();
    await waitUntil(() => stage.element.shadowRoot!.querySelector('.panel-create'), 'the form opens');
    expect(find(stage.element, '.chosen').textContent).to.contain('Ana Diaz').and.contain('ana.diaz@example.com');
    expect(find<HTMLSelectElement>(stage.element, '#new-service').value).to.equal(clientBooking.serviceId);
    find(stage.element, '.panel-create [part~="close"]').click();
    await waitUntil(() => stage.element.shadowRoot!.querySelector('.panel-client'), 'the client is shown');
  });
});
