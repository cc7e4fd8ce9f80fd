import type { Booking } from '../../src/domain/booking/booking.ts';
import {
  BOOKING_SWEEP_AFTER,
  HOLD_SWEEP_AFTER,
  dayLedger,
  type Claim,
  type PlaceClaim,
} from '../../src/domain/booking/claim.ts';
import type { CoachHead } from '../../src/domain/coach/coach.ts';
import { defaultSchedule } from '../../src/domain/schedule/schedule.ts';
import { instant, minus, plus, type Instant } from '@coach-booking/time/instant';
import { HOUR, MINUTE } from '@coach-booking/time/units';
import type { LedgerScope } from '../../src/application/ports/ledgers.ts';

let made = 0;

/** 24 hex digits that no other test has. */
export function anId(): string {
  return (made += 1).toString(16).padStart(24, '0');
}

export const scope: LedgerScope = { partnerId: '665f000000000000000000aa', mode: 'test' };

/** So far ahead that no TTL index takes away what a test has stored. */
export const day = '2098-06-02';
export const midnight = instant(Date.UTC(2098, 5, 2));
export function at(hours: number): Instant {
  return plus(midnight, hours * HOUR);
}
/** Real time and the clock of the rules, on the day before. */
export const now = at(-12);

/** Returns the id of a ledger without claims. */
export function aLedger(): string {
  return dayLedger(anId(), day);
}

/** From and to in hours of the day; buffers in minutes. */
export interface ClaimInput {
  readonly from?: number;
  readonly to?: number;
  readonly before?: number;
  readonly after?: number;
  readonly id?: string;
  readonly owner?: string;
  readonly claimedAt?: Instant;
}

const claimOf = ({
  from = 9,
  to = 10,
  before = 0,
  after = 0,
  id = anId(),
  owner = anId(),
  claimedAt = now,
}: ClaimInput) => ({
  id,
  owner: { kind: 'booking', id: owner } as const,
  start: at(from),
  end: at(to),
  paddedStart: minus(at(from), before * MINUTE),
  paddedEnd: plus(at(to), after * MINUTE),
  claimedAt,
  settled: false,
});

export function bookingClaim(input: ClaimInput = {}): Claim {
  const claim = claimOf(input);
  return { ...claim, sweepAt: plus(claim.claimedAt, BOOKING_SWEEP_AFTER) };
}

export function holdClaim({
  expiresAt = plus(now, 5 * MINUTE),
  ...input
}: ClaimInput & { readonly expiresAt?: Instant } = {}): Claim {
  const claim = claimOf(input);
  return {
    ...claim,
    owner: { kind: 'hold', id: claim.owner.id },
    sweepAt: plus(claim.claimedAt, HOLD_SWEEP_AFTER),
    expiresAt,
  };
}

export function placeClaim({
  id = anId(),
  owner = anId(),
  claimedAt = now,
  ...more
}: {
  readonly id?: string;
  readonly owner?: string;
  readonly claimedAt?: Instant;
  readonly until?: Instant | null;
  readonly turn?: string;
} = {}): Omit<PlaceClaim, 'place'> {
  return {
    id,
    ...more,
    owner: { kind: 'booking', id: owner },
    claimedAt,
    settled: false,
    sweepAt: plus(claimedAt, BOOKING_SWEEP_AFTER),
  };
}

/** A coach with something in every field. */
export function aHead(given: Partial<CoachHead> = {}): CoachHead {
  const id = given.id ?? anId();
  return {
    ...scope,
    id,
    slug: `coach-${id}`,
    name: `Coach ${id}`,
    bio: '',
    strengths: ['patience'],
    specialties: ['Strength Training'],
    experience: 7.5,
    certifications: [],
    active: true,
    capacity: 10,
    services: [
      {
        id: anId(),
        slug: 'first',
        title: 'First session',
        duration: 60,
        price: { amount: 4500, currency: 'EUR' },
        locationKind: 'online',
        whatToBring: 'Towel, water',
        video: { provider: 'jitsi', url: 'https://meet.fit.example' },
        bufferAfter: 0,
        confirmByEmail: true,
        active: false,
        verifyBusy: true,
        reminders: { rules: [{ channel: 'sms', minutesBefore: 30 }], followUp: false },
      },
      {
        id: anId(),
        slug: 'in-person',
        title: 'In person',
        duration: 60,
        locationKind: 'in_person',
        place: { name: 'Harbour Gym', address: '12 Pier Street', hint: 'Ring at the blue door.' },
      },
    ],
    staff: [{ id: anId(), name: 'Jane Smith', email: 'jane@example.com', active: true }],
    schedule: { ...defaultSchedule, workingHours: [{ dayOfWeek: 1, start: '09:00', end: '24:00' }] },
    overrides: [{ date: '2098-06-02', ranges: [] }],
    timeOff: [
      { id: anId(), start: at(0), end: at(24), reason: 'Rest' },
      {
        id: anId(),
        start: at(1),
        end: at(2),
        title: 'Physio',
        kind: 'personal',
        repeat: {
          everyWeeks: 2,
          weekdays: [1, 4],
          until: '2026-12-31',
          except: ['2026-10-05'],
          timeZone: 'Europe/Berlin',
        },
      },
    ],
    version: 1,
    createdAt: now,
    ...given,
  };
}

/** A booking at 9 o'clock with what every booking has, and no more. */
export function aBooking(given: Partial<Booking> = {}): Booking {
  const id = given.id ?? anId();
  return {
    ...scope,
    id,
    kind: 'booking',
    coachId: anId(),
    status: 'confirmed',
    time: { start: at(9), end: at(10), local: { date: day, hour: 9, weekday: 1 } },
    duration: 60,
    timeZone: 'Asia/Kathmandu',
    attendee: { kind: 'lead', id: anId(), contactId: anId() },
    serviceTitle: 'First session',
    notes: '',
    locationKind: 'online',
    price: { amount: 4500, currency: 'EUR' },
    policy: { bufferBefore: 0, bufferAfter: 15, minimumNotice: 0, autoConfirm: true },
    scheduleVersion: 1,
    manageNonce: anId(),
    claims: [{ id: `${id}.c`, ledgers: [aLedger()] }],
    releasing: [],
    releasingAt: null,
    history: [{ type: 'created', at: now, by: 'attendee', to: 'confirmed', newStart: at(9) }],
    outbox: [
      {
        id: anId(),
        type: 'booking.created',
        at: now,
        version: 1,
        data: { status: 'confirmed', by: 'attendee', start: at(9), end: at(10) },
      },
    ],
    version: 1,
    createdAt: now,
    ...given,
  };
}

/** The place claim of a hold. */
export function placeHold({
  expiresAt = plus(now, 5 * MINUTE),
  ...input
}: Parameters<typeof placeClaim>[0] & { readonly expiresAt?: Instant } = {}): Omit<PlaceClaim, 'place'> {
  const claim = placeClaim(input);
  return {
    ...claim,
    owner: { kind: 'hold', id: claim.owner.id },
    sweepAt: plus(claim.claimedAt, HOLD_SWEEP_AFTER),
    expiresAt,
  };
}
