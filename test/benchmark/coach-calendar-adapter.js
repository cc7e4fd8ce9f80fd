// A browser script that drives the real `<coach-calendar>` for benchmarks: it sets `window.__cal = { makeEvents, sel,
// mount, view, next }`. It is the build that is timed, so `npm run build` first. The flow holds all bookings and shows
// those of the range, as the SDK's does once they are read; the network is not timed.
import '../../packages/elements/dist/drop-in/coach-calendar.js';

const dayMs = 86_400_000;
const textOf = (ms) => new Date(ms).toISOString().slice(0, 10);
const utcOf = (date) => Date.parse(`${date}T00:00:00Z`);
const mondayOf = (ms) => ms - ((new Date(ms).getUTCDay() + 6) % 7) * dayMs;

const statuses = ['confirmed', 'confirmed', 'confirmed', 'scheduled', 'pending', 'completed'];
const service = '665f00000000000000000011';

/** Bookings with everything that the API sends of them, at the wall-clock times of the benchmark's events, in UTC. */
const bookingsOf = (events) =>
  events
    .map(({ id, title, start, end }, at) => ({
      id,
      coachId: '665f00000000000000000001',
      serviceId: service,
      status: statuses[at % statuses.length],
      start: `${start}Z`,
      end: `${end}Z`,
      duration: (Date.parse(end) - Date.parse(start)) / 60_000,
      timeZone: 'UTC',
      attendee: { kind: 'lead', id, name: title, email: 'client@example.com' },
      serviceTitle: 'Strength session',
      summary: title,
      notes: '',
      locationKind: 'in_person',
      price: { amount: 7500, currency: 'EUR' },
      rescheduleHistory: [],
      version: 1,
      createdAt: '2028-01-01T00:00:00Z',
      actions: ['reschedule', 'cancel'],
      bufferBefore: 0,
      bufferAfter: at % 4 ? 0 : 15,
    }))
    .sort((a, b) => (a.start < b.start ? -1 : 1));

/** Returns the dates on the screen, first and last. */
function rangeOf(view, date) {
  if (view === 'day') return { from: date, to: date };
  if (view === 'week') return { from: textOf(mondayOf(utcOf(date))), to: textOf(mondayOf(utcOf(date)) + 6 * dayMs) };
  const first = mondayOf(utcOf(`${date.slice(0, 7)}-01`));
  return { from: textOf(first), to: textOf(first + 41 * dayMs) };
}

function flowOf(bookings, view, date) {
  const listeners = new Set();
  let state;
  const before = (limit) => {
    let [low, high] = [0, bookings.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (bookings[middle].start < limit) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const show = (change) => {
    const was = state;
    const next = { ...state, ...change };
    const range = rangeOf(next.view, next.date);
    const shown = bookings.slice(before(range.from), before(textOf(utcOf(range.to) + dayMs)));
    const days = [];
    for (let at = utcOf(range.from); at <= utcOf(range.to); at += dayMs) {
      const on = (start, end) => [{ start: `${textOf(at)}T${start}:00Z`, end: `${textOf(at)}T${end}:00Z` }];
      const works = new Date(at).getUTCDay() % 6 !== 0;
      days.push({
        date: textOf(at),
        workingHours: works ? on('08:00', '20:00') : [],
        breaks: works ? on('12:00', '13:00') : [],
      });
    }
    state = { ...next, range, bookings: shown, days, summary: { ...next.summary, total: shown.length } };
    for (const listener of listeners) listener(state, was);
  };
  state = {
    phase: 'ready',
    view,
    date,
    today: '2028-05-03',
    timeZone: 'UTC',
    coachTimeZone: 'UTC',
    coach: { id: '665f00000000000000000001', name: 'Coach A' },
    services: [],
    team: [],
    slotInterval: 30,
    preferences: {
      defaultView: 'week',
      colours: {},
      dayStart: '06:00',
      dayEnd: '22:00',
      weekStart: 1,
      timeFormat: 'language',
      colourBy: 'status',
    },
    loading: false,
    complete: true,
    toClose: { bookings: [], total: 0, isCapped: false },
    toSchedule: { bookings: [], total: 0, isCapped: false },
    bursts: [],
    zoneChanges: [],
    zoneChangesLeft: [],
    client: null,
    timeOff: [],
    blocked: [],
    staffNames: {},
    summary: { total: 0, completed: 0, upcoming: 0, cancelled: 0, noShow: 0 },
    busy: [],
    connection: 'live',
    schedule: null,
    draft: null,
    done: null,
    problem: null,
  };
  show({});
  const step = (by) => {
    const at = new Date(utcOf(state.date));
    if (state.view === 'month') at.setUTCMonth(at.getUTCMonth() + by);
    else at.setUTCDate(at.getUTCDate() + by * (state.view === 'week' ? 7 : 1));
    show({ date: textOf(+at) });
  };
  return {
    $state: {
      get: () => state,
      listen(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    start() {},
    stop() {},
    showView: (next) => show({ view: next }),
    goTo: (next) => show({ date: next }),
    next: () => step(1),
    previous: () => step(-1),
  };
}

/**
 * Sessions over a week, a month or a year around May 2028, the same ones each time: 6:00 to 21:45, 30 to 60 minutes.
 */
export function makeEvents(count, span) {
  let seed = 42;
  const random = () => (seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff) / 0x7fffffff;
  const days = { week: 7, month: 31, year: 365 }[span];
  const first = Date.UTC(2028, span === 'year' ? 0 : 4, 1);
  const two = (value) => String(value).padStart(2, '0');
  return Array.from({ length: count }, (_, at) => {
    const ymd = textOf(first + Math.floor(random() * days) * dayMs);
    const m = 360 + Math.floor(random() * 60) * 15;
    const e = m + 30 + Math.floor(random() * 3) * 15;
    const time = (minute) => `${ymd}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00`;
    return { id: String(at), title: `Client ${at}`, ymd, m, e, start: time(m), end: time(e) };
  });
}

let flow;
const CoachCalendar = customElements.get('coach-calendar');
CoachCalendar.now = () => Date.parse('2028-05-03T10:20:00Z');
CoachCalendar.connect = () => flow;

window.__cal = {
  makeEvents,
  sel: '.block, .chip',
  mount(place, events, view, date) {
    flow = flowOf(bookingsOf(events), view, date);
    const element = document.createElement('coach-calendar');
    element.lang = 'en';
    place.append(element);
  },
  view: (name) => flow.showView(name),
  next: () => flow.next(),
};
