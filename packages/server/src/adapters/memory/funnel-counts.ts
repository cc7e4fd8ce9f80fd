import type { FunnelCountsStore } from '../../application/ports/funnel-counts.ts';
import type { LedgerScope } from '../../application/ports/ledgers.ts';
import {
  NOTHING_COUNTED,
  addedUp,
  groupKeyOf,
  joined,
  type FunnelCounts,
  type FunnelPlace,
} from '../../domain/funnel/funnel-counts.ts';
import { DIRECT, MOST_SOURCES, OTHER } from '../../domain/funnel/source.ts';
import type { MemoryState } from './memory-state.ts';

const keyOf = ({ coachId, day, serviceId, source }: FunnelPlace): string =>
  JSON.stringify([coachId, day, serviceId, source]);

export function createMemoryFunnelCounts({ funnelCounts }: Pick<MemoryState, 'funnelCounts'>): FunnelCountsStore {
  const sourcesOf = ({ coachId, day }: FunnelPlace): Set<string> =>
    new Set(
      [...funnelCounts.values()]
        .filter(({ place }) => place.coachId === coachId && place.day === day)
        .map(({ place }) => place.source),
    );
  const placeFor = (place: FunnelPlace): FunnelPlace => {
    const sources = sourcesOf(place);
    return sources.has(place.source) || sources.size < MOST_SOURCES ? place : { ...place, source: OTHER };
  };
  const increase = (
    { partnerId, mode }: LedgerScope,
    place: FunnelPlace,
    counts: Readonly<Partial<FunnelCounts>>,
  ): void => {
    const row = funnelCounts.get(keyOf(place)) ?? { partnerId, mode, place, counts: NOTHING_COUNTED };
    funnelCounts.set(keyOf(place), { ...row, counts: addedUp(row.counts, counts) });
  };
  return {
    add: async (scope, given, counts) => increase(scope, placeFor(given), counts),
    forgetBooking: async (scope, given) => {
      const { coachId, day, source } = given;
      if (source === OTHER || source === DIRECT) return;
      if ((funnelCounts.get(keyOf(given))?.counts.booked ?? 0) > 0) {
        increase(scope, given, { booked: -1 });
        increase(scope, { ...given, source: OTHER }, { booked: 1 });
      }
      const rows = [...funnelCounts].filter(
        ([, { place }]) => place.coachId === coachId && place.day === day && place.source === source,
      );
      if (rows.some(([, { counts }]) => counts.booked > 0)) return;
      for (const [key, { place, counts }] of rows) {
        funnelCounts.delete(key);
        increase(scope, { ...place, source: OTHER }, counts);
      }
    },
    sums: async ({ partnerId, mode, coachId, from, to, by }) =>
      joined(
        [...funnelCounts.values()]
          .filter((row) => row.partnerId === partnerId && row.mode === mode)
          .filter(({ place }) => coachId === undefined || place.coachId === coachId)
          .filter(({ place: { day } }) => day >= from && day <= to)
          .map(({ place, counts }) => ({
            key: groupKeyOf(place, by),
            ...(by === 'service' && { coachId: place.coachId }),
            counts,
          })),
      ),
  };
}
