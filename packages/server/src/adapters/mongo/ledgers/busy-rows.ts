import { busyLedger } from '../../../domain/booking/claim.ts';
import type { OutsideBusy } from '../../../domain/calendar-source/outside-busy.ts';
import type { LedgerScope } from '../../../application/ports/ledgers.ts';
import { packedOfRow, rowOfPacked } from '../calendars/packed-rows.ts';
import type { BusyRow } from './ledger-rows.ts';

export function rowOfOutside(
  { partnerId, mode }: LedgerScope,
  coachId: string,
  { revision, sources }: OutsideBusy,
): BusyRow {
  return {
    _id: busyLedger(coachId),
    partnerId,
    mode,
    kind: 'busy',
    revision,
    sources: sources.map(({ busy, ...source }) => ({ ...source, busy: rowOfPacked(busy) })),
  };
}

export function outsideOfRow({ revision, sources }: BusyRow): OutsideBusy {
  return { revision, sources: sources.map(({ busy, ...source }) => ({ ...source, busy: packedOfRow(busy) })) };
}
