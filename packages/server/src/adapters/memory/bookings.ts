import type { Booking } from '../../domain/booking/booking.ts';
import { isExpired } from '../../domain/booking/expiry.ts';
import { createMemoryBookingReads } from './booking-reads.ts';
import { present } from '../../application/kernel/present.ts';
import type { BookingName, Bookings } from '../../application/ports/bookings.ts';
import type { MemoryState } from './memory-state.ts';

const earliestOf = ({ outbox }: Booking): number => Math.min(...outbox.map(({ at }) => at));

/** Stores copies and never changes them in place, so that readers may keep what they read. */
export function createMemoryBookings({ bookings }: MemoryState): Bookings {
  const all = () => [...bookings.values()].filter((stored): stored is Booking => stored.kind === 'booking');
  const seen = () => all().filter(({ unproven }) => !unproven);
  const atVersion = (id: string, version: number) =>
    all().find((booking) => booking.id === id && booking.version === version);
  const named = ({ id, partnerId, mode }: BookingName, version: number) => {
    const booking = atVersion(id, version);
    return booking?.partnerId === partnerId && booking.mode === mode ? booking : undefined;
  };
  return {
    ...createMemoryBookingReads({ bookings }),
    find: async (id) => bookings.get(id) ?? null,
    insert: async (booking) => {
      if (bookings.has(booking.id)) return 'exists';
      bookings.set(booking.id, structuredClone(booking));
      return 'inserted';
    },
    insertVoid: async (_scope, id) => {
      if (bookings.has(id)) return 'exists';
      bookings.set(id, { id, kind: 'void' });
      return 'inserted';
    },
    change: async (name, version, { set, release, history, event }) => {
      const old = named(name, version);
      if (!old) return null;
      const changed = structuredClone({
        ...old,
        ...set,
        releasing: [...old.releasing, ...(release?.refs ?? [])],
        // An empty list leaves nothing for the sweeper.
        releasingAt: release && release.refs.length > 0 ? release.realNow : old.releasingAt,
        history: [...old.history, history],
        outbox: event ? [...old.outbox, event] : old.outbox,
        version: version + 1,
      });
      const kept = present(changed);
      bookings.set(name.id, kept);
      return kept;
    },
    amend: async (name, version, fields, options) => {
      const old = named(name, version);
      if (!old) return null;
      const outbox = options?.redactOutbox
        ? old.outbox.map(({ data: { reason: _, ...data }, ...event }) => ({ ...event, data }))
        : old.outbox;
      const given = Object.entries({ ...old, ...fields, outbox, version: version + 1 }).filter(
        ([, value]) => value !== undefined,
      );
      const changed = structuredClone(Object.fromEntries(given) as unknown as Booking);
      bookings.set(name.id, changed);
      return changed;
    },
    byIds: async ({ partnerId, mode }, ids) =>
      seen().filter((booking) => booking.partnerId === partnerId && booking.mode === mode && ids.includes(booking.id)),
    idsWithCoach: async ({ partnerId, mode }, coachId, ids) =>
      seen()
        .filter((booking) => booking.partnerId === partnerId && booking.mode === mode && booking.coachId === coachId)
        .map(({ id }) => id)
        .filter((id) => ids.includes(id)),
    ofAttendee: async ({ partnerId, mode }, attendeeId) =>
      all()
        .filter(
          (booking) => booking.partnerId === partnerId && booking.mode === mode && booking.attendee.id === attendeeId,
        )
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    async *allOf({ partnerId, mode }, attendeeIds) {
      const place = ({ coachId, time, id }: Booking) => [coachId, time?.start ?? -Infinity, id] as const;
      const compare = (a: Booking, b: Booking) => {
        const [left, right] = [place(a), place(b)];
        const at = left.findIndex((part, n) => part !== right[n]);
        return at < 0 ? 0 : left[at]! < right[at]! ? -1 : 1;
      };
      yield* all()
        .filter(
          (booking) =>
            booking.partnerId === partnerId && booking.mode === mode && attendeeIds.includes(booking.attendee.id),
        )
        .sort(compare);
    },
    setLocal: async ({ id, partnerId, mode }, start, local) => {
      const old = all().find((booking) => booking.id === id);
      if (old?.partnerId === partnerId && old.mode === mode && old.time?.start === start)
        bookings.set(id, { ...old, time: { ...old.time, local: { ...local } } });
    },
    setMeeting: async (name, meeting) => {
      const old = all().find(
        ({ id, partnerId, mode }) => id === name.id && partnerId === name.partnerId && mode === name.mode,
      );
      if (old && (old.meeting?.revision ?? -1) < meeting.revision) bookings.set(old.id, { ...old, meeting });
    },
    bump: async (id, version) => {
      const old = atVersion(id, version);
      if (old) bookings.set(id, { ...old, version: version + 1 });
      return old !== undefined;
    },
    clearReleasing: async (id, claimIds) => {
      const old = all().find((booking) => booking.id === id);
      if (!old) return;
      const releasing = old.releasing.filter((ref) => !claimIds.includes(ref.id));
      bookings.set(id, { ...old, releasing, releasingAt: releasing.length > 0 ? old.releasingAt : null });
    },
    releasingSince: async (realTime, limit) =>
      all()
        .filter(({ releasingAt }) => releasingAt !== null && releasingAt <= realTime)
        .sort((a, b) => a.releasingAt! - b.releasingAt!)
        .slice(0, limit),
    expired: async (now, limit, scope) =>
      all()
        .filter(({ partnerId, mode }) =>
          scope ? partnerId === scope.partnerId && mode === scope.mode : mode === 'live',
        )
        .filter((booking) => isExpired(booking, now))
        .slice(0, limit),
    undrained: async (limit, scope) =>
      all()
        .filter(({ outbox }) => outbox.length > 0)
        .filter(({ partnerId, mode }) => !scope || (partnerId === scope.partnerId && mode === scope.mode))
        .sort((a, b) => earliestOf(a) - earliestOf(b))
        .slice(0, limit),
    drop: async (id, eventIds) => {
      const old = all().find((booking) => booking.id === id);
      if (old) bookings.set(id, { ...old, outbox: old.outbox.filter((event) => !eventIds.includes(event.id)) });
    },
    between: async ({ partnerId, mode, coachId, from, to }) =>
      seen()
        .filter((booking) => booking.partnerId === partnerId && booking.mode === mode && booking.coachId === coachId)
        .filter(({ time }) => time !== undefined && time.start >= from && time.start < to)
        .sort((a, b) => a.time!.start - b.time!.start || (a.id < b.id ? -1 : 1)),
  };
}
