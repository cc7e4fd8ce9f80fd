import { isOfAccount, type AccountDelivery, type AnyDelivery } from '../../domain/delivery/account-delivery.ts';
import { SENT, type Delivery } from '../../domain/delivery/delivery.ts';
import { isOfIntent, type ListedDelivery } from '../../domain/delivery/recovery-delivery.ts';
import { REPORTED_AFTER } from '../../domain/delivery/report.ts';
import { countsOf } from '../../domain/delivery/count.ts';
import type { Deliveries, DueQuery, DeliveryListing } from '../../application/ports/deliveries.ts';
import type { MemoryState } from './memory-state.ts';

const byDue = (a: AnyDelivery, b: AnyDelivery): number => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1);

type Changes = Partial<
  Pick<AnyDelivery, 'state' | 'code' | 'attempt' | 'failures' | 'leasedUntil' | 'providerId' | 'settledAt' | 'dueAt'>
>;

export function createMemoryDeliveries({ deliveries }: Pick<MemoryState, 'deliveries'>): Deliveries {
  const all = () => [...deliveries.values()];
  const listed = <T extends AnyDelivery>(rows: readonly T[], listing: DeliveryListing): T[] => {
    const { partnerId, mode, state, after, limit } = listing;
    return rows
      .filter((row) => row.partnerId === partnerId && row.mode === mode && row.state === state)
      .filter(({ dueAt, id }) => !after || dueAt < after.dueAt || (dueAt === after.dueAt && id < after.id))
      .sort((a, b) => byDue(b, a))
      .slice(0, limit);
  };
  const ofAccounts = () => all().filter((row) => isOfAccount(row));
  const others = () => all().filter((row): row is ListedDelivery => !isOfAccount(row));
  const ofBookings = () => others().filter((row): row is Delivery => !isOfIntent(row));
  const write = <T extends AnyDelivery>(delivery: T, changes: Changes): T => {
    const changed = { ...delivery, ...changes };
    deliveries.set(delivery.id, changed);
    return changed;
  };
  const taken = (id: string, attempt: number) => {
    const found = deliveries.get(id);
    return found?.attempt === attempt && (found.state === 'leased' || found.state === 'sending') ? found : undefined;
  };
  const dueOf = ({ mode, partnerId, dueBy, about }: Omit<DueQuery, 'leasedUntil'>) =>
    all()
      .filter((row) => about === undefined || isOfAccount(row) === (about === 'accounts'))
      .filter((row) => row.state === 'due' && row.mode === mode && row.dueAt <= dueBy)
      .filter((row) => partnerId === undefined || row.partnerId === partnerId)
      .sort(byDue);
  const earlierThan = ({ bookingId, role, channel, about: { version = 0 } }: Delivery) =>
    ofBookings()
      .filter((row) => row.bookingId === bookingId && row.role === role && row.channel === channel)
      .filter(({ about }) => about.version !== undefined && about.version < version);
  return {
    insert: async (rows) => {
      for (const row of rows) if (!deliveries.has(row.id)) deliveries.set(row.id, structuredClone(row));
    },
    due: async ({ limit, ...query }) =>
      dueOf({ ...query, about: 'bookings' })
        .filter((row): row is ListedDelivery => !isOfAccount(row))
        .slice(0, limit),
    byIds: async (ids) => others().filter(({ id }) => ids.includes(id)),
    lease: async ({ leasedUntil, ...query }) => {
      const [first] = dueOf(query);
      return first ? write(first, { state: 'leased', attempt: first.attempt + 1, leasedUntil }) : null;
    },
    startSending: async (id, attempt, noted) => {
      const found = taken(id, attempt);
      if (found?.state !== 'leased') return false;
      write(found, { ...noted, state: 'sending' });
      return true;
    },
    settle: async (id, attempt, { at, ...outcome }) => {
      const found = taken(id, attempt);
      if (!found) return false;
      const { address: _, ...rest } = write(found, { ...outcome, leasedUntil: null, settledAt: at }) as AccountDelivery;
      deliveries.set(id, rest);
      return true;
    },
    putBack: async (id, attempt, dueAt, code) => {
      const found = taken(id, attempt);
      const failed = code === undefined ? {} : { code, failures: (found?.failures ?? 0) + 1 };
      if (found) write(found, { ...failed, state: 'due', dueAt, leasedUntil: null });
      return found !== undefined;
    },
    report: async ({ partnerId, mode, id, state, at, providerId, ...code }) => {
      const found = deliveries.get(id);
      if (found?.partnerId !== partnerId || found.mode !== mode || found.channel !== 'sms') return false;
      if (!REPORTED_AFTER[state].includes(found.state)) return false;
      if (found.providerId !== undefined && found.providerId !== providerId) return false;
      write(found, { ...code, state, providerId, leasedUntil: null, settledAt: at });
      return true;
    },
    endLeases: async (realNow, repeatable) => {
      const ended = all().filter(({ leasedUntil }) => leasedUntil !== null && leasedUntil <= realNow);
      for (const row of ended) {
        const isLost = row.state === 'sending' && !repeatable.includes(row.channel);
        write(
          row,
          isLost ? { state: 'unknown', leasedUntil: null, settledAt: realNow } : { state: 'due', leasedUntil: null },
        );
      }
      return ended.length;
    },
    isEarlierUnderWay: async (delivery) =>
      earlierThan(delivery).some(({ state }) => state === 'leased' || state === 'sending'),
    lastSent: async (delivery) =>
      earlierThan(delivery)
        .filter(({ state }) => SENT.includes(state))
        .sort((a, b) => b.about.version! - a.about.version!)[0] ?? null,
    ofBooking: async ({ partnerId, mode }, bookingId) =>
      ofBookings()
        .filter((row) => row.partnerId === partnerId && row.mode === mode && row.bookingId === bookingId)
        .sort(byDue),
    forget: async ({ partnerId, mode }, userId) => {
      for (const row of all())
        if (isOfAccount(row) && row.userId === userId && row.partnerId === partnerId && row.mode === mode)
          deliveries.delete(row.id);
    },
    list: async (listing) => listed(others(), listing),
    listOfAccounts: async (listing) => listed(ofAccounts(), listing),
    counts: async ({ mode, partnerId, ...at }) =>
      countsOf(
        all().filter((row) => row.mode === mode && (partnerId === undefined || row.partnerId === partnerId)),
        at,
      ),
  };
}
