import type { Stores } from '../deps.ts';
import { createMemoryBookings } from './bookings.memory.ts';
import { createMemoryCoaches } from './coaches.memory.ts';
import { createMemoryIdempotency } from './idempotency.memory.ts';
import { createMemoryLeads } from './leads.memory.ts';
import { createMemoryLedgers } from './ledgers.memory.ts';
import { createMemoryState, type MemoryState } from './memory-state.ts';

/** All stores over one state in memory, for tests. */
export const createMemoryStores = (state: MemoryState = createMemoryState()): Stores => ({
  coaches: createMemoryCoaches(state),
  ledgers: createMemoryLedgers(state),
  bookings: createMemoryBookings(state),
  leads: createMemoryLeads(state),
  idempotency: createMemoryIdempotency(state),
});
