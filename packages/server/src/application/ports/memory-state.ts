import type { Booking, VoidBooking } from '../../domain/booking/booking.ts';
import type { Claim, PlaceClaim } from '../../domain/booking/claim.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import type { IdempotencyRecord } from './idempotency.ts';
import type { Lead } from './leads.ts';
import type { LedgerScope } from './ledgers.ts';

export interface MemoryLedger extends LedgerScope {
  claims: (Claim | PlaceClaim)[];
}

/** What the memory stores hold between them; tests and the explorer look into it. */
export interface MemoryState {
  readonly heads: Map<string, CoachHead>;
  readonly ledgers: Map<string, MemoryLedger>;
  readonly bookings: Map<string, Booking | VoidBooking>;
  readonly leads: Map<string, Lead>;
  readonly idempotency: Map<string, IdempotencyRecord>;
}

export const createMemoryState = (): MemoryState => ({
  heads: new Map(),
  ledgers: new Map(),
  bookings: new Map(),
  leads: new Map(),
  idempotency: new Map(),
});
