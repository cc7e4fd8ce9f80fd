import type { Connection } from 'mongoose';
import { instant } from '@coach-booking/time/instant';
import {
  busyLedger,
  countedPlaces,
  dayLedger,
  headLedger,
  placesLedger,
  type Claim,
  type PlaceClaim,
} from '../../../domain/booking/claim.ts';
import type { Ledgers, LedgerScope } from '../../../application/ports/ledgers.ts';
import { duplicatesOf, unlessDuplicate } from '../rows/duplicate-key.ts';
import { gather } from '../rows/gather.ts';
import { headOf } from '../coaches/head-rows.ts';
import { outsideOfRow, rowOfOutside } from './busy-rows.ts';
import { DAY_LEDGERS, type BusyRow, type DayRow, type HeadRow, type LedgerRow, type PlacesRow } from './ledger-rows.ts';
import type { Sealing } from '../sealing/sealing.ts';
import {
  claimWrite,
  extendHoldWrite,
  releaseHoldWrite,
  releaseWrite,
  settlePlaceWrite,
  settleWrite,
  tidyPlacesWrite,
  type LedgerWrite,
} from './ledger-writes.ts';
import { placeWrite } from './place-write.ts';
import { makeUnlessMade } from '../connection/make-indexes.ts';

/** Returns the claims of several ledgers, each once, in order of start. */
const joined = (rows: readonly (DayRow | undefined)[]): Claim[] => {
  const byId = new Map(rows.flatMap((row) => (row?.claims ?? []).map((claim) => [claim.id, claim])));
  return [...byId.values()].sort((a, b) => a.start - b.start);
};

/** A write that creates its ledger when there is none. */
interface OpeningWrite extends LedgerWrite {
  readonly scope: LedgerScope;
}

/** Milliseconds. Short compared with how long a writer waits for an unsettled claim. */
const SETTLE_AFTER = 5;

/**
 * Opens the ledgers in the collection `day_ledgers` of a connection, on the driver itself: every request reads them and
 * every booking writes them. The store alone decides which claim is first, by the filter of one update to one document.
 */
export async function createMongoLedgers(connection: Connection, sealing: Sealing): Promise<Ledgers> {
  // Most readers of a head do not read why the coach is away.
  const { openLazily } = sealing.of('day_ledgers');
  const ledgers = connection.collection<LedgerRow>(DAY_LEDGERS);
  const busyRows = connection.collection<BusyRow>(DAY_LEDGERS);
  const anyRow = connection.collection<BusyRow | HeadRow | LedgerRow>(DAY_LEDGERS);
  // Only ledgers with claims to be swept are in the index. It serves all partners, so it is sorted by time alone.
  const due = { key: { sweepAt: 1 }, partialFilterExpression: { sweepAt: { $gt: 0 } } } as const;
  await makeUnlessMade(connection, 'Ledger', [due], () => ledgers.createIndexes([due]));

  const write = async ({ filter, update }: LedgerWrite): Promise<boolean> =>
    (await ledgers.updateOne(filter, update)).matchedCount === 1;
  // An upsert either makes its claim or collides with the ledger's key, so a batch reports each of them, which plain
  // updates do not.
  const writeOrOpen = gather(async (claimings: readonly OpeningWrite[]) => {
    const writes = claimings.map(({ scope: { partnerId, mode }, filter, update }) => ({
      updateOne: { filter: { ...filter, partnerId, mode }, update, upsert: true },
    }));
    const refused = await duplicatesOf(ledgers.bulkWrite(writes, { ordered: false }));
    return claimings.map((_, n) => !refused.has(n));
  });
  /** Claims a place, in a ledger that is made where there is none as long as it is known whose it is. */
  const placeOf = async (
    { filter, update }: LedgerWrite,
    { id, turn }: Omit<PlaceClaim, 'place'>,
    opening?: LedgerScope,
  ): Promise<number | null> => {
    const { partnerId, mode } = opening ?? {};
    const row = (await ledgers.findOneAndUpdate(opening ? { ...filter, partnerId, mode } : filter, update, {
      returnDocument: 'after',
      projection: { claims: 1 },
      upsert: opening !== undefined,
    })) as PlacesRow | null;
    return row?.claims.find((claim) => claim.id === id && (turn === undefined || claim.turn === turn))?.place ?? null;
  };

  // Concurrent callers share a read that begins after their calls.
  const rowsOf = gather(async (lists: readonly (readonly string[])[]) => {
    const ids = [...new Set(lists.flat())];
    // One batch of the cursor holds them all, so that it is one round trip.
    const found = await anyRow.find({ _id: { $in: ids } }, { batchSize: ids.length + 1 }).toArray();
    const rows: ReadonlyMap<string, BusyRow | HeadRow | LedgerRow> = new Map(found.map((row) => [row._id, row]));
    return lists.map(() => rows);
  });
  // No request waits for these, so they wait for each other.
  const settle = gather(
    async (writes: readonly LedgerWrite[]) => {
      await ledgers.bulkWrite(
        writes.map((updateOne) => ({ updateOne })),
        { ordered: false },
      );
      return writes;
    },
    { soon: (send) => setTimeout(send, SETTLE_AFTER) },
  );

  return {
    async read(coachId, days) {
      const ids = [
        headLedger(coachId),
        busyLedger(coachId),
        placesLedger(coachId),
        ...days.map((day) => dayLedger(coachId, day)),
      ];
      const rows = await rowsOf(ids);
      const head = rows.get(headLedger(coachId)) as HeadRow | undefined;
      const places = rows.get(placesLedger(coachId)) as PlacesRow | undefined;
      const claims = joined(days.map((day) => rows.get(dayLedger(coachId, day)) as DayRow | undefined));
      const busy = rows.get(busyLedger(coachId)) as BusyRow | undefined;
      const outside = busy && { outside: outsideOfRow(busy) };
      return { head: head ? { ...headOf(head, openLazily), ...outside } : null, claims, places: places?.claims ?? [] };
    },
    async outsideOf(coachId) {
      const row = await busyRows.findOne({ _id: busyLedger(coachId) });
      return row && outsideOfRow(row);
    },
    async replaceOutside(scope, coachId, outside) {
      const row = rowOfOutside(scope, coachId, outside);
      if (outside.revision === 1) return (await unlessDuplicate(busyRows.insertOne(row), null)) !== null;
      return (await busyRows.replaceOne({ _id: row._id, revision: outside.revision - 1 }, row)).matchedCount === 1;
    },
    async claimsOf(ledgerId) {
      return ((await ledgers.findOne({ _id: ledgerId })) as DayRow | null)?.claims ?? [];
    },
    async placesOf(ledgerId) {
      return ((await ledgers.findOne({ _id: ledgerId })) as PlacesRow | null)?.claims ?? [];
    },
    async placesIn(ledgerIds) {
      if (ledgerIds.length === 0) return new Map();
      const rows = await rowsOf(ledgerIds);
      return new Map(ledgerIds.map((id) => [id, (rows.get(id) as PlacesRow | undefined)?.claims ?? []]));
    },
    async countPlaces(coachIds, now) {
      const rows = await rowsOf(coachIds.map(placesLedger));
      return new Map(
        coachIds.map((coachId) => {
          const row = rows.get(placesLedger(coachId)) as PlacesRow | undefined;
          return [coachId, countedPlaces(row?.claims ?? [], now)];
        }),
      );
    },
    async claim(scope, ledgerId, claim, terms) {
      const claiming = claimWrite(ledgerId, claim, terms);
      // A duplicate key is no refusal: another writer may have created the ledger at this moment. Only the second
      // attempt decides.
      return (await writeOrOpen({ scope, ...claiming })) || write(claiming);
    },
    async claimPlace(scope, ledgerId, claim, request, terms) {
      const claiming = placeWrite(ledgerId, claim, request, terms);
      // As of a time: another writer may have opened the ledger at this moment, so the second try decides.
      const place = await unlessDuplicate(placeOf(claiming, claim, scope), 'opened');
      return place === 'opened' ? placeOf(claiming, claim) : place;
    },
    async settle(ledgerId, claimId) {
      await settle(settleWrite(ledgerId, claimId));
    },
    async settlePlace(ledgerId, claimId, turn, until) {
      await settle(settlePlaceWrite(ledgerId, claimId, turn, until));
    },
    async tidyPlaces(ledgerId, now) {
      await write(tidyPlacesWrite(ledgerId, now));
    },
    async release(ledgerId, claimId) {
      await write(releaseWrite(ledgerId, claimId));
    },
    async releaseHold(ledgerId, holdId) {
      await write(releaseHoldWrite(ledgerId, holdId));
    },
    async extendHold(ledgerId, holdId, expiresAt) {
      return write(extendHoldWrite(ledgerId, holdId, expiresAt));
    },
    async due(realNow, limit) {
      const rows = await ledgers
        .find({ sweepAt: { $gt: instant(0), $lte: realNow } })
        .sort({ sweepAt: 1 })
        .limit(limit)
        .toArray();
      return rows.map(({ _id, partnerId, mode, claims }) => ({
        id: _id,
        partnerId,
        mode,
        claims: (claims as LedgerRow['claims']).filter(({ sweepAt }) => sweepAt !== null && sweepAt <= realNow),
      }));
    },
  };
}
