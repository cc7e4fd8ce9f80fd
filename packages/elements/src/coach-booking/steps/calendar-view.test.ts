import { expect } from '@open-wc/testing';
import type { Booking } from '@coach-booking/sdk';
import { fakeBooking, fakeManaging } from '../../../test/fake-flow.ts';
import { find, findAll, mount } from '../../../test/mount.ts';
import { booking, bookingStates, manageStates } from '../../../test/states.ts';
import { waitUntil } from '../../../test/wait-until.ts';
import type { CoachBooking } from '../coach-booking.ts';

/** Presses the button of the file, and resolves to the lines of what is downloaded, unfolded, by their names. */
async function fileOf(element: CoachBooking): Promise<Readonly<Record<string, string>>> {
  // The texts of another language come later.
  await waitUntil(() => findAll(element, '.calendars button').length > 0);
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  const blobs: Blob[] = [];
  URL.createObjectURL = (blob: Blob) => (blobs.push(blob), 'blob:x');
  HTMLAnchorElement.prototype.click = function () {
    blobs.push(new Blob([this.download]));
  };
  try {
    findAll(element, '.calendars button')[0]!.click();
  } finally {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
  }
  const [text, name] = await Promise.all(blobs.map((blob) => blob.text()));
  const lines = text!.replaceAll('\r\n ', '').trimEnd().split('\r\n');
  return { name: name!, ...Object.fromEntries(lines.map((line) => line.split(/:(.*)/s).slice(0, 2))) };
}

const manage = { 'manage-token': 'token', coach: '' };
const branding = { name: 'Harbour Strength' };
const managing = (change: Partial<Booking>, attributes = {}) =>
  mount(fakeManaging({ ...manageStates.booking, branding, booking: { ...booking, ...change } }), {
    ...manage,
    ...attributes,
  });
const move = {
  originalStart: booking.start!,
  newStart: '2028-04-12T09:00:00Z',
  at: '2028-04-10T09:00:00Z',
  by: 'attendee' as const,
};

describe('the calendar file of a booking (V16, A19)', () => {
  it('writes the business into the title, the place, and words', async () => {
    const file = await fileOf(await mount(fakeBooking({ ...bookingStates.confirmed, branding })));
    expect(file).to.include({
      name: 'booking.ics',
      METHOD: 'PUBLISH',
      STATUS: 'CONFIRMED',
      SEQUENCE: '0',
      SUMMARY: 'Strength session · Coach A · Harbour Strength',
      LOCATION: 'In person\\, Harbour Strength',
      DESCRIPTION: `Strength session · Coach A · 60 min · In person\\nBooked for: Ana Diaz\\nMove or cancel this booking: ${booking.manageUrl}`,
      URL: booking.manageUrl,
    });
  });

  it('has the place of a session in person, as do the links to calendars', async () => {
    const place = { name: 'Harbour Gym', address: '12 Pier Street, Boston', hint: 'Ring at the blue door.' };
    const element = await managing({ place });
    const file = await fileOf(element);
    expect(file['LOCATION']).to.equal('Harbour Gym\\, 12 Pier Street\\, Boston');
    expect(file['DESCRIPTION']).to.contain('60 min · In person\\nRing at the blue door.\\nBooked for');
    const links = (findAll(element, '.calendars a') as HTMLAnchorElement[]).map(({ href }) => decodeURIComponent(href));
    for (const link of links) expect(link.replaceAll('+', ' ')).to.contain('Harbour Gym, 12 Pier Street, Boston');
    expect(find(element, '[part="summary"]').textContent).to.contain('12 Pier Street').and.contain('blue door');
  });

  it('has what to bring, as the summary has', async () => {
    const element = await mount(fakeManaging(manageStates.placed), manage);
    expect(find(element, '[part="summary"]').textContent).to.contain('What to bring').and.contain('Towel, water');
    const file = await fileOf(element);
    expect(file['DESCRIPTION']).to.contain('What to bring: Towel\\, water\\, indoor shoes');
  });

  it('leads to the meeting of a session online, and the page shows the same link while it takes place', async () => {
    const joinUrl = 'https://book.example/join/x7.a9';
    const online = { locationKind: 'online', video: { joinUrl, provider: 'jitsi', state: 'ready' } } as const;
    const element = await managing(online);
    expect(findAll(element, `[part="summary"] a[href="${joinUrl}"]`)).to.have.length(1);
    const file = await fileOf(element);
    expect(file['LOCATION']).to.equal(joinUrl);
    expect(file['DESCRIPTION']).to.contain(`Join online: ${joinUrl}`);
    for (const status of ['pending', 'cancelled'] as const) {
      const other = await managing({ ...online, status });
      expect(findAll(other, `a[href="${joinUrl}"]`)).to.have.length(0);
      expect((await fileOf(other))['LOCATION']).to.equal('Online');
    }
  });

  it('shows beside the link that a meeting is being prepared, and its password once it is made', async () => {
    const joinUrl = 'https://book.example/join/x7.a9';
    const shown = async (video: object) => {
      const given = { joinUrl, provider: 'zoom', state: 'preparing', ...video } as const;
      return find(await managing({ locationKind: 'online', video: given }), '[part="summary"]').textContent;
    };
    expect(await shown({}))
      .to.contain('Join online')
      .and.contain('The meeting is being prepared.');
    expect(await shown({ state: 'ready', password: '493021' })).to.contain('Password: 493021');
    expect(await shown({ state: 'failed' })).to.contain('The meeting could not be made yet.');
  });

  it('raises the number and the date of the file after each move', async () => {
    const before = await fileOf(await managing({}));
    const after = await fileOf(await managing({ start: move.newStart, rescheduleHistory: [move] }));
    const twice = await fileOf(await managing({ start: move.newStart, rescheduleHistory: [move, move] }));
    expect([before, after, twice].map(({ SEQUENCE }) => SEQUENCE)).to.deep.equal(['0', '1', '2']);
    expect(after['UID']).to.equal(before['UID']);
    expect(after['DTSTART']).to.equal('20280412T090000Z');
    // The file is made by the clock of the tests; the booking was made earlier.
    const old = await fileOf(await managing({ createdAt: '2028-01-01T08:00:00Z' }));
    expect(old['DTSTAMP']).to.equal('20280410T080000Z');
  });

  it('marks the file of a request tentative, and names the person who has to agree', async () => {
    const file = await fileOf(await managing({ status: 'pending' }));
    expect(file['STATUS']).to.equal('TENTATIVE');
    expect(file['DESCRIPTION']).to.contain('Coach A has to agree before the booking counts.');
  });

  it('removes a cancelled booking by its file', async () => {
    const element = await managing({ status: 'cancelled', rescheduleHistory: [move] });
    expect(findAll(element, '.calendars a')).to.have.length(0);
    const file = await fileOf(element);
    expect(file).to.include({ name: 'booking-cancelled.ics', METHOD: 'CANCEL', STATUS: 'CANCELLED', SEQUENCE: '2' });
    expect(file['DESCRIPTION']).to.contain('This booking is cancelled.').and.not.contain('http');
  });

  it('speaks the language of the widget', async () => {
    const file = await fileOf(await managing({}, { lang: 'de' }));
    expect(file['LOCATION']).to.equal('Vor Ort\\, Harbour Strength');
    expect(file['DESCRIPTION']).to.contain('Gebucht für: Ana Diaz');
  });

  it('writes the newest link, once another one was made', async () => {
    const newLink = 'https://book.example/manage/new';
    const element = await mount(fakeManaging({ ...manageStates.booking, newLink }), manage);
    expect((await fileOf(element))['URL']).to.equal(newLink);
  });
});
