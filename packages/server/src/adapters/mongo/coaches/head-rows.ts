import { nameKeyOf } from '../../../application/ports/coaches.ts';
import { headLedger } from '../../../domain/booking/claim.ts';
import type { Money } from '../../../domain/booking/booking.ts';
import type { CoachHead, Service } from '../../../domain/coach/coach.ts';
import { headSchema } from './head-schema.ts';
import { knownFields } from '../rows/known-fields.ts';
import { moneyOf, rowOfMoney } from '../rows/money-rows.ts';
import type { Opened } from '../sealing/sealer.ts';
import type { HeadRow } from '../ledgers/ledger-rows.ts';

export function specialtyKeyOf(specialty: string): string {
  return specialty.toLowerCase();
}

/** The service itself where its price is written alike in a row and in the domain, as most are. */
const withPrice = (service: Service, turned: (price: Money) => Money): Service => {
  const price = service.price && turned(service.price);
  return !price || price === service.price ? service : { ...service, price };
};

export function rowOfHead({ id, partnerId, mode, outside: _outside, ...rest }: CoachHead): HeadRow {
  return {
    _id: headLedger(id),
    partnerId,
    mode,
    kind: 'head',
    nameKey: nameKeyOf(rest.name),
    specialtyKeys: rest.specialties.map(specialtyKeyOf),
    ...rest,
    services: rest.services.map((service) => withPrice(service, rowOfMoney)),
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
  const services = head.services.map((service) => withPrice(service, moneyOf));
  return { id: _id.slice(0, -HEAD_SUFFIX), ...head, services, staff: head.staff ?? [] };
}
