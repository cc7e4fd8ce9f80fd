import type { BookingClient, DraftStorage, Online, Timers } from '../../src/booking-flow/options.ts';
import type { CalendarClient } from '../../src/calendar-flow/options.ts';
import { ConnectionError } from '../../src/errors/connection-error.ts';
import { errorFor } from '../../src/errors/error-for.ts';
import type { FailureDetails } from '../../src/errors/coach-booking-error.ts';
import type { ManageClient } from '../../src/manage-flow/create-manage-flow.ts';
import type { ErrorCode, Hold, Service, Slots } from '../../src/schemas.ts';
import { fixtures } from '../../src/testing/fixtures.ts';
import { statusOf } from '../../src/testing/problem.ts';

/**
 * The world of the flow tests: 14 April 2026, 08:00 in UTC, one coach in New York. Answers arrive when the test sends
 * them.
 */
const now = Date.parse('2026-04-14T08:00:00Z');
export const zone = 'America/New_York';
export const { coach, booking, bookingCreated: created, service: strength } = fixtures;
export const yoga: Service = {
  ...strength,
  id: '665f00000000000000000012',
  slug: 'yoga-30',
  title: 'Yoga',
  duration: 30,
};
export const nine = { start: '2026-04-14T13:00:00Z', end: '2026-04-14T14:00:00Z' };
export const ten = { start: '2026-04-14T14:00:00Z', end: '2026-04-14T15:00:00Z' };
export const tomorrow = { start: '2026-04-15T13:00:00Z', end: '2026-04-15T14:00:00Z' };

/** Returns an answer of `GET slots`: the given starts as available, or the reason why there is none. */
export function slots(free: readonly { start: string; end: string }[], more: Partial<Slots> = {}): Slots {
  const nextAvailable = free[0]?.start ?? null;
  const all = free.map((slot) => ({ ...slot, status: 'available' as const }));
  return {
    timeZone: zone,
    zones: fixtures.coach.zones ?? [],
    slots: all,
    days: [],
    nextAvailable,
    reason: free.length ? null : 'booked',
    service: strength,
    coach,
    ...more,
  };
}

export function hold(name: string, expiresAt = '2026-04-14T08:05:00Z'): Hold {
  return { id: `665f0000000000000000000${name}`, holdToken: `proof-${name}`, ...nine, expiresAt };
}

export function refusal(code: ErrorCode, details: FailureDetails = {}, retryAfter: number | null = null): Error {
  const common = { hint: `Because of ${code}.`, requestId: 'r1', method: 'POST', url: 'https://book.example' };
  return errorFor({ status: statusOf[code], code, sentence: `Refused: ${code}.`, details, retryAfter, ...common });
}

export const offline = new ConnectionError('OFFLINE', 'GET', 'https://book.example');

/** One call that the flow made and that waits for its answer. */
export interface Call {
  readonly name: string;
  readonly input: Record<string, unknown>;
  readonly key: string | undefined;
  readonly token: string | undefined;
  readonly signal: AbortSignal | undefined;
  answer(value: unknown): Promise<void>;
  fail(error: Error): Promise<void>;
}

/** Resolves when everything that depends on promises alone has happened. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve();
}

/**
 * Returns a client whose calls wait for the test, in their order. A deaf one continues after an abort, as old browsers
 * do.
 */
export function waitingClient({ deaf = false } = {}) {
  const calls: Call[] = [];
  const call =
    (name: string) =>
    (
      input: Record<string, unknown>,
      options: { idempotencyKey?: string; bookingToken?: string; signal?: AbortSignal } = {},
    ) =>
      new Promise((resolve, reject) => {
        const left = () => reject(options.signal?.reason);
        if (!deaf) options.signal?.addEventListener('abort', left);
        const ended = () => options.signal?.removeEventListener('abort', left);
        calls.push({
          name,
          input,
          key: options.idempotencyKey,
          token: options.bookingToken,
          signal: options.signal,
          answer: async (value) => (ended(), resolve(value), settle()),
          fail: async (error) => (ended(), reject(error), settle()),
        });
      });
  const names = [
    'listSlots',
    'createHold',
    'extendHold',
    'releaseHold',
    'createBooking',
    'captureIntent',
    'withdrawIntent',
    'getBooking',
    'getBookingProof',
    'checkIncentive',
    'getCoach',
    'rescheduleBooking',
    'cancelBooking',
    'renewManageLink',
    'revokeManageLink',
    'listBookingMessages',
    'sendMessageAgain',
    'getZoomMeeting',
    'getClientNotes',
    'updateClientNotes',
    'createHostLink',
    'getCalendar',
    'getPreferences',
    'updatePreferences',
    'listStaff',
    'listClients',
    'listLeads',
    'getSchedule',
    'updateSchedule',
    'setDateOverride',
    'removeDateOverride',
    'addTimeOff',
    'removeTimeOff',
    'updateBooking',
    'confirmBooking',
    'startBooking',
    'completeBooking',
    'markNoShow',
    'undoBooking',
    'getClient',
    'listClientWorkoutLogs',
    'listClientDietLogs',
    'listClientProgress',
  ];
  const client = Object.fromEntries(names.map((name) => [name, call(name)])) as unknown as BookingClient &
    ManageClient &
    CalendarClient;
  return {
    client,
    calls,
    /** Returns the last call of that name. */
    last(name: string): Call {
      const found = calls.findLast((one) => one.name === name);
      if (!found) throw new Error(`${name} was not called, but ${calls.map((one) => one.name).join(', ')}`);
      return found;
    },
    count: (name: string) => calls.filter((one) => one.name === name).length,
  };
}

/** Returns a clock that moves when the test moves it, with its timers. */
export function handClock(start = now) {
  let time = start;
  let pending: { run: () => void; at: number }[] = [];
  const timers: Timers = {
    set(run, milliseconds) {
      const timer = { run, at: time + milliseconds };
      pending.push(timer);
      return timer;
    },
    clear(handle) {
      pending = pending.filter((timer) => timer !== handle);
    },
  };
  return {
    clock: () => time,
    timers,
    pending: () => pending.length,
    async pass(milliseconds: number) {
      time += milliseconds;
      const due = pending.filter(({ at }) => at <= time);
      pending = pending.filter(({ at }) => at > time);
      for (const { run } of due) run();
      await settle();
    },
  };
}

export function network() {
  const listeners = new Set<(online: boolean) => void>();
  const online: Online = {
    onChange(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
  return {
    online,
    listeners,
    async set(value: boolean) {
      for (const changed of listeners) changed(value);
      await settle();
    },
  };
}

export function memoryStorage(): DraftStorage & { readonly items: Map<string, string> } {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
  };
}
