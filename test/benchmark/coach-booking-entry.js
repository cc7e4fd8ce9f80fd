// For `bench-widget.mjs --entry ours=<this file>`: the real element with the real flow on an answer that is there at once, so that only the
// widget is timed. `window.__mount(el)` puts it into `el`.
//
// The elements come from their sources; `@coach-booking/sdk` resolves to its build under the bench's conditions, so `npm run build` first.
import { CoachBooking } from '../../packages/elements/src/coach-booking/coach-booking.ts';
import { connectTo } from '../../packages/elements/src/coach-booking/connect.ts';
import { defineCoachBooking } from '../../packages/elements/src/coach-booking/register.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const statuses = ['available', 'available', 'booked', 'available', 'break', 'unavailable'];

const service = {
  id: '665f00000000000000000011',
  slug: 'strength-60',
  title: 'Strength session',
  duration: 60,
  price: { amount: 7500, currency: 'EUR' },
  locationKind: 'in_person',
};
const coach = {
  id: '665f00000000000000000001',
  slug: 'coach-a',
  name: 'Coach A',
  bio: '',
  strengths: [],
  specialties: ['Strength Training', 'Powerlifting'],
  experience: 10,
  certifications: [],
  capacity: { total: 10, booked: 3, available: 7 },
  active: true,
  timeZone: 'UTC',
  services: [service],
};

/** Sixteen half-hour starts on each day of the range that was asked for, from tomorrow. */
function month(url) {
  const to = Date.parse(url.searchParams.get('to'));
  const slots = [];
  for (let date = Math.ceil(Date.now() / day) * day; date < to; date += day)
    for (let index = 0; index < 16; index++) {
      const start = date + (9 * 60 + index * 30) * minute;
      slots.push({
        start: new Date(start).toISOString(),
        end: new Date(start + 60 * minute).toISOString(),
        status: statuses[index % statuses.length],
      });
    }
  return { timeZone: 'UTC', slots, days: [], nextAvailable: slots[0]?.start ?? null, reason: null, service, coach };
}

/** In place of the network. */
const answer = async (request) =>
  new Response(JSON.stringify({ success: true, data: month(new URL(request.url ?? request)) }), {
    headers: { 'content-type': 'application/json' },
  });

CoachBooking.connect = connectTo(answer);
defineCoachBooking();

window.__mount = (el) => {
  const element = document.createElement('coach-booking');
  element.publishableKey = 'pk_test_bench';
  element.coach = 'coach-a';
  element.baseUrl = 'https://api.example';
  el.append(element);
};
