import { expect } from '@open-wc/testing';
import { deviceZone } from '@coach-booking/elements/internal/dates/zone';
import { account, booking, full, ok, open, refused, settle, stage, textOf } from '../../test/admin-stage.ts';

const timeZone = deviceZone();
/** The answer of a server whose law of this zone differs from the device's by 13 hours. */
const me = () => {
  const offsets = [{ from: '2027-01-01T00:00:00Z', to: '2030-01-01T00:00:00Z', minutes: 13 * 60 }];
  return ok({ ...account('admin'), zones: [{ timeZone, offsets }] });
};
/** The booking's start, 13:00 in UTC on the eleventh, by that law. */
const byServer = /Apr 12, 2028\S* \S*2:00 – 3:00\sAM/;
const asked = (path: string) => stage.asked.filter((line) => line.startsWith(`GET ${path}`));

describe('R22 the zone of an admin’s device', () => {
  // This test has to be the first: a page keeps the offsets that it received.
  it('draws the zone by its own data where the server’s cannot be read', async () => {
    const page = await open('#bookings', account('admin'), {
      ...full,
      'GET /v1/me': () => refused(500, 'INTERNAL', 'Something went wrong on our side.'),
    });
    const time = new Intl.DateTimeFormat('en', { timeZone, timeStyle: 'short' }).format(new Date(booking.start!));
    expect(textOf(page)).to.contain(time.replace(/\s[AP]M$/, ' – '));
  });

  it('requests the zone once, and draws by the server’s offsets as soon as they are there', async () => {
    let answer = () => {};
    const waiting = new Promise<void>((done) => (answer = done));
    const page = await open('#bookings', account('admin'), { ...full, 'GET /v1/me': () => waiting.then(me) });
    expect(textOf(page)).not.to.match(byServer);
    answer();
    await settle(page);
    expect(textOf(page)).to.match(byServer);
    location.hash = '#audit';
    await settle(page);
    expect(asked('/v1/me')).to.deep.equal([`GET /v1/me?timeZone=${encodeURIComponent(timeZone)}`]);
  });

  it('bounds the dates of a filter by the server’s offsets', async () => {
    await open('#bookings?from=2028-04-11&to=2028-04-11', account('admin'), { ...full, 'GET /v1/me': me });
    const { searchParams } = new URL(asked('/v1/bookings').at(-1)!.slice(4), location.origin);
    expect([searchParams.get('from'), searchParams.get('to')].map((at) => Date.parse(at!))).to.deep.equal([
      Date.parse('2028-04-10T11:00:00Z'),
      Date.parse('2028-04-11T11:00:00Z'),
    ]);
  });
});
