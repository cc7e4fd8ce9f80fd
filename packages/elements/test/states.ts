import type {
  BookingCreated,
  BookingFlowState,
  Intake,
  Coach,
  FlowProblem,
  ManageFlowState,
  PickableSlot,
  Service,
  SlotStatus,
} from '@coach-booking/sdk';

/** The clock of the tests: a Monday, 08:00 in UTC. */
export const now = Date.parse('2028-04-10T08:00:00Z');

export const services: readonly Service[] = [
  {
    id: '665f00000000000000000011',
    slug: 'strength-60',
    title: 'Strength session',
    description: 'One hour with barbell and plan.',
    duration: 60,
    price: { amount: 7500, currency: 'EUR' },
    locationKind: 'in_person',
  },
  {
    id: '665f00000000000000000012',
    slug: 'first-talk',
    title: 'First talk',
    description: 'Where you are and where you want to be.',
    duration: 30,
    price: { amount: 0, currency: 'EUR' },
    locationKind: 'online',
  },
];

/** A service with a place and with what to bring. */
export const placedService: Service = {
  ...services[0]!,
  place: { name: 'Harbour Gym', address: '12 Pier Street, Boston', hint: 'Ring at the blue door.' },
  whatToBring: 'Towel, water, indoor shoes',
};

export const coach: Coach = {
  id: '665f00000000000000000001',
  slug: 'coach-a',
  name: 'Coach A',
  bio: 'Ten years of strength training.',
  strengths: ['Strength Training'],
  specialties: ['Strength Training', 'Powerlifting', 'Olympic Lifts'],
  experience: 10,
  certifications: ['NASM-CPT'],
  capacity: { total: 10, booked: 3, available: 7 },
  active: true,
  timeZone: 'America/New_York',
  autoConfirm: true,
  services: [...services],
};

/** Returns an hour that begins at `time` UTC on a date of the tests' month. */
export function slotAt(date: string, time: string, status: SlotStatus = 'available'): PickableSlot {
  const start = `${date}T${time}:00Z`;
  return { start, end: new Date(Date.parse(start) + 3_600_000).toISOString().replace('.000', ''), status, date };
}

/** Returns a day with every status, in the morning, the afternoon and the evening. */
export function mixedDay(date: string): PickableSlot[] {
  return [
    slotAt(date, '09:00'),
    slotAt(date, '09:30', 'booked'),
    slotAt(date, '10:00', 'booked'),
    slotAt(date, '10:30'),
    slotAt(date, '11:00'),
    slotAt(date, '12:00', 'break'),
    slotAt(date, '12:30', 'break'),
    slotAt(date, '13:00'),
    slotAt(date, '14:00', 'unavailable'),
    slotAt(date, '15:00'),
    slotAt(date, '17:30'),
    slotAt(date, '18:00', 'unavailable'),
  ];
}

const freeDays = [11, 12, 13, 17, 18, 19, 20, 24, 25, 27].map((day) => `2028-04-${day}`);

/** April 2028: ten days with free times, the 14th fully booked. */
export const month: BookingFlowState['slots'] = {
  month: '2028-04',
  loading: false,
  byDate: {
    ...Object.fromEntries(freeDays.map((date) => [date, mixedDay(date)])),
    '2028-04-14': [slotAt('2028-04-14', '09:00', 'booked'), slotAt('2028-04-14', '10:00', 'booked')],
  },
  day: '2028-04-11',
  reason: null,
  nextAvailable: '2028-04-11T09:00:00Z',
  timeZone: 'UTC',
};

export const emptyMonth: BookingFlowState['slots'] = {
  ...month,
  byDate: {},
  day: null,
  reason: 'time_off',
  nextAvailable: '2028-05-02T09:00:00Z',
};

export const booking: BookingCreated = {
  id: '665f00000000000000000021',
  coachId: coach.id,
  serviceId: services[0]!.id,
  status: 'confirmed',
  start: '2028-04-11T09:00:00Z',
  end: '2028-04-11T10:00:00Z',
  duration: 60,
  timeZone: 'UTC',
  attendee: { kind: 'lead', id: '665f00000000000000000051', name: 'Ana Diaz', email: 'ana@example.com' },
  serviceTitle: 'Strength session',
  summary: 'Strength session with Ana Diaz',
  notes: '',
  locationKind: 'in_person',
  price: { amount: 7500, currency: 'EUR' },
  rescheduleHistory: [],
  version: 1,
  createdAt: '2028-04-10T08:00:00Z',
  manageToken: 'token',
  manageUrl: 'https://book.example/manage/token',
};

/** Returns a problem as the SDK reports it. */
export function problem(kind: FlowProblem['kind'], change: Partial<FlowProblem> = {}): FlowProblem {
  return {
    kind,
    code: kind.toUpperCase(),
    message: 'The server says so.',
    hint: '',
    alternatives: [],
    nextAvailable: null,
    fields: {},
    retryAfter: null,
    retryable: /offline|limited|server|expired/.test(kind),
    requestId: null,
    ...change,
  };
}

const choosing: BookingFlowState = {
  phase: 'slots',
  coach,
  services: services.slice(0, 1),
  service: services[0]!,
  slots: month,
  slot: null,
  hold: null,
  details: { name: '', email: '', phone: '', notes: '' },
  booking: null,
  problem: null,
};

const slot = month.byDate['2028-04-11']![0]!;
const typing: BookingFlowState = {
  ...choosing,
  phase: 'details',
  slot,
  hold: {
    id: '665f00000000000000000041',
    token: 'hold',
    expiresAt: '2028-04-10T08:05:00Z',
    endsAt: now + 300_000,
    extended: false,
  },
};
const typed = { name: 'Ana Diaz', email: 'ana@example.com', phone: '', notes: '' };

/** Every kind of question, and both texts. */
export const intake: Intake = {
  questions: [
    { id: 'goal', kind: 'text', label: 'What would you like to reach?', required: true, version: 1 },
    {
      id: 'injuries',
      kind: 'long_text',
      label: 'Do you have injuries or complaints?',
      hint: 'Only your coach reads this.',
      required: true,
      health: true,
      newClientsOnly: true,
      version: 2,
    },
    { id: 'where', kind: 'choice', label: 'Where do you train?', options: ['Gym', 'Home', 'Outside'], version: 1 },
    {
      id: 'city',
      kind: 'choice',
      label: 'Which part of the city do you live in?',
      options: ['Old town', 'Harbour', 'North', 'South', 'East', 'West', 'Islands'],
      version: 1,
    },
    {
      id: 'days',
      kind: 'several',
      label: 'Which days suit you?',
      options: ['Monday', 'Wednesday', 'Friday'],
      version: 1,
    },
    { id: 'weight', kind: 'number', label: 'Your weight in kg', version: 1 },
    { id: 'emergency', kind: 'phone', label: 'Whom may we call in an emergency?', version: 1 },
    { id: 'since', kind: 'date', label: 'Training since', version: 1 },
    { id: 'dog', kind: 'checkbox', label: 'I bring my dog', version: 1 },
  ],
  consent: {
    text: 'I agree that Harbour Strength keeps my details for the session.',
    url: 'https://harbour.example/privacy',
    version: 1,
  },
  waiver: {
    text: 'I train at my own risk.\n\nI say at once when something hurts, and I stop. I have asked my doctor if I was not sure whether I may train.',
    version: 3,
  },
};

/** The states of booking mode, by name. */
/** The booking as the widget has it when it is confirmed by mail: its link is in the mail. */
const { manageToken: _token, manageUrl: _url, ...unlinked } = booking;

export const bookingStates = {
  loading: {
    ...choosing,
    phase: 'loading',
    coach: null,
    service: null,
    services: [],
    slots: { ...month, byDate: {}, day: null, loading: true },
  },
  services: { ...choosing, phase: 'services', services, service: null },
  slots: choosing,
  holding: { ...choosing, phase: 'holding', slot },
  full: { ...choosing, slots: { ...month, day: '2028-04-14' } },
  none: { ...choosing, slots: emptyMonth },
  taken: {
    ...choosing,
    problem: problem('taken', {
      code: 'SLOT_TAKEN',
      alternatives: month.byDate['2028-04-12']!.filter(({ status }) => status === 'available').slice(0, 3),
    }),
  },
  details: typing,
  running: { ...typing, hold: { ...typing.hold!, endsAt: now + 95_000 } },
  asking: { ...typing, coach: { ...coach, captureIntents: true } },
  agreed: {
    ...typing,
    coach: { ...coach, captureIntents: true },
    details: { ...typed, consent: { text: 'Write to me.', version: '1', channels: ['email'] } },
  },
  asked: { ...typing, intake },
  answered: {
    ...typing,
    intake,
    details: {
      ...typed,
      answers: { goal: 'Climb stairs without a break', where: 'Gym', days: ['Monday', 'Friday'], weight: '72,5' },
      agreed: { consent: 1, waiver: 3 },
    },
    health: { injuries: 'Left knee' },
  },
  unanswered: {
    ...typing,
    intake,
    details: { ...typed, answers: { weight: 'a lot' } },
    unanswered: {
      'answers.goal': 'required',
      'answers.injuries': 'required',
      'answers.weight': 'invalid',
      consent: 'required',
      waiver: 'changed',
    },
    problem: problem('invalid'),
  },
  invalid: { ...typing, problem: problem('invalid', { fields: { email: 'invalid', name: 'required' } }) },
  offline: { ...typing, details: typed, problem: problem('offline') },
  expired: { ...typing, details: typed, hold: null, problem: problem('expired') },
  codeChecked: {
    ...typing,
    details: { ...typed, incentiveCode: 'CDFHJKMN' },
    service: { ...services[0]!, price: { amount: 6000, currency: 'EUR' } },
    incentive: {
      code: 'CDFHJKMN',
      checked: {
        price: { amount: 6000, currency: 'EUR' },
        discount: { list: 7500, discount: 1500, code: 'CDFHJKMN' },
        expiresAt: '2028-04-17T08:00:00Z',
      },
    },
  },
  codeRefused: {
    ...typing,
    details: { ...typed, incentiveCode: 'CDFHJKMN' },
    incentive: { code: 'CDFHJKMN', reason: 'other_person' },
    problem: problem('refused', { code: 'INCENTIVE_REFUSED' }),
  },
  confirming: { ...typing, phase: 'confirming', details: typed },
  confirmed: { ...choosing, phase: 'confirmed', slot, booking },
  online: {
    ...choosing,
    phase: 'confirmed',
    slot,
    booking: {
      ...booking,
      locationKind: 'online',
      video: { joinUrl: 'https://book.example/join/x7.a9', provider: 'jitsi', state: 'ready' },
    },
  },
  detailsPlaced: { ...typing, service: placedService, details: typed },
  detailsOnline: { ...typing, service: services[1]!, details: typed },
  placed: {
    ...choosing,
    phase: 'confirmed',
    slot,
    service: placedService,
    booking: { ...booking, place: placedService.place! },
  },
  discounted: {
    ...choosing,
    phase: 'confirmed',
    slot,
    service: { ...services[0]!, price: { amount: 6000, currency: 'EUR' } },
    booking: {
      ...booking,
      price: { amount: 6000, currency: 'EUR' },
      discount: { list: 7500, discount: 1500, code: 'CDFHJKMN' },
    },
  },
  pending: { ...choosing, phase: 'confirmed', slot, booking: { ...booking, status: 'pending' } },
  unproven: {
    ...choosing,
    phase: 'unproven',
    slot,
    booking: { ...unlinked, status: 'pending', unproven: true, expiresAt: '2028-04-10T14:30:00Z' },
  },
  proven: { ...choosing, phase: 'confirmed', slot, booking: unlinked },
  failed: { ...choosing, phase: 'failed', coach: null, problem: problem('server', { requestId: '0f8e0c1a' }) },
  setup: { ...choosing, phase: 'failed', coach: null, problem: problem('setup', { code: 'ORIGIN_NOT_ALLOWED' }) },
} satisfies Record<string, BookingFlowState>;

const shown: ManageFlowState = {
  phase: 'booking',
  booking,
  coach,
  service: services[0]!,
  slots: month,
  slot: null,
  done: null,
  newLink: null,
  problem: null,
};

/** The states of manage mode, by name. */
export const manageStates = {
  loading: { ...shown, phase: 'loading', booking: null, coach: null, service: null },
  booking: shown,
  placed: { ...shown, service: placedService, booking: { ...booking, place: placedService.place! } },
  moving: { ...shown, phase: 'moving', slot: month.byDate['2028-04-11']![3]! },
  saving: { ...shown, phase: 'saving', slot: month.byDate['2028-04-11']![3]! },
  movedAsking: {
    ...shown,
    coach: { ...coach, autoConfirm: false },
    booking: { ...booking, status: 'pending' },
    done: 'moved',
  },
  movingAsking: {
    ...shown,
    phase: 'moving',
    coach: { ...coach, autoConfirm: false },
    slot: month.byDate['2028-04-11']![3]!,
  },
  moved: { ...shown, done: 'moved' },
  expired: {
    ...shown,
    booking: { ...booking, status: 'cancelled', cancelledBy: 'system', cancellationReason: 'expired' },
  },
  cancelled: { ...shown, booking: { ...booking, status: 'cancelled' }, done: 'cancelled' },
  over: { ...shown, booking: { ...booking, status: 'completed' } },
  gone: { ...shown, phase: 'gone', booking: null },
  failed: { ...shown, phase: 'failed', booking: null, problem: problem('offline') },
} satisfies Record<string, ManageFlowState>;
