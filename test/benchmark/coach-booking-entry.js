// For `bench-widget.mjs --entry ours=<this file>`: the drop-in file as partners load it, on an answer that is there at
// once, so that only the widget is timed. `window.__mount(el)` puts it into `el`. It is the build that is timed, so
// `npm run build` first.
import '../../packages/elements/dist/drop-in/coach-booking.js';

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
  autoConfirm: true,
  services: [service],
};

/**
 * Returns sixteen half-hour starts on each day from tomorrow to the end of the month: the server's answer to the first
 * request.
 */
function month() {
  const now = new Date();
  const end = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1);
  const slots = [];
  for (let date = Math.ceil(now / day) * day; date < end; date += day)
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

/** Written before the clock starts: making the answer is the server's work. */
const text = new Promise((resolve) => {
  requestAnimationFrame(() => resolve(JSON.stringify({ success: true, data: month() })));
});

/** Replaces the network: an answer whose body is complete, so that reading it waits for no task. */
globalThis.fetch = async () => Object.assign(new Response(), { text: () => text });

window.__mount = (el) => {
  const element = document.createElement('coach-booking');
  element.publishableKey = 'pk_test_bench';
  element.coach = 'coach-a';
  element.baseUrl = 'https://api.example';
  el.append(element);
};
