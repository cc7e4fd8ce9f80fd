import { nameKeyOf } from '../../../application/ports/coaches.ts';
import { headLedger } from '../../../domain/booking/claim.ts';
import type { CoachHead } from '../../../domain/coach/coach.ts';
import { headSchema } from './head-schema.ts';
import { knownFields } from '../rows/known-fields.ts';
import type { Opened } from '../sealing/sealer.ts';
import type { HeadRow } from '../ledgers/ledger-rows.ts';

export function specialtyKeyOf(specialty: string): string {
  return specialty.toLowerCase();
}

export function rowOfHead({ id, partnerId, mode, ...rest }: CoachHead): HeadRow {
  return {
    _id: headLedger(id),
    partnerId,
    mode,
    kind: 'head',
    nameKey: nameKeyOf(rest.name),
    specialtyKeys: rest.specialties.map(specialtyKeyOf),
    ...rest,
  };
}

const HEAD_SUFFIX = headLedger('').length;

const known = knownFields(headSchema);

/**
 * Returns the head of a row.
 * @param open opens its sealed fields; called last, so that it can wait until they are read
 */
export function headOf(stored: HeadRow, open: (row: HeadRow) => Opened<HeadRow>): CoachHead {
  const { _id, kind: _kind, nameKey: _nameKey, specialtyKeys: _specialtyKeys, ...head } = open(known(stored));
  // Heads from before there was a team have none.
  return { id: _id.slice(0, -HEAD_SUFFIX), ...head, staff: head.staff ?? [] };
}
