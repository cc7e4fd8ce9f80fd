import { expect, it } from 'vitest';
import { createWorld } from '../../../test/application/world.ts';
import { aBooking } from '../../../test/stores/fixtures.ts';
import { bookingEventBody, type PartnerEvent } from './event-body.ts';

const place = { name: 'Harbour Gym', address: '12 Pier Street, Boston', hint: 'Ring at the blue door.' };
const booking = aBooking({ locationKind: 'in_person', place });
const event = booking.outbox[0] as PartnerEvent;
const contact = { id: 'c', name: 'Ana Diaz', email: 'ana@example.com' };
const objectOf = (payload: 'full' | 'thin') =>
  (
    JSON.parse(bookingEventBody(createWorld().deps, booking, event, contact, payload).body) as {
      data: { object: object };
    }
  ).data.object;

it('writes the place of a session in person into a full event, and not into a thin one', () => {
  expect(objectOf('full')).toMatchObject({ locationKind: 'in_person', place });
  expect(objectOf('thin')).not.toHaveProperty('place');
});
