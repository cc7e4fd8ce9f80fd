import type { Stores } from '../deps.ts';
import { createMemoryAudit } from './audit.memory.ts';
import { createMemoryBookings } from './bookings.memory.ts';
import { createMemoryCoaches } from './coaches.memory.ts';
import { createMemoryConnections } from './connections.memory.ts';
import { createMemoryFeeds } from './feeds.memory.ts';
import { createMemoryIdempotency } from './idempotency.memory.ts';
import { createMemoryLeads } from './leads.memory.ts';
import { createMemoryLedgers } from './ledgers.memory.ts';
import { createMemoryLogs } from './logs.memory.ts';
import { createMemoryPreferences } from './preferences.memory.ts';
import { createMemoryProfiles } from './profiles.memory.ts';
import { createMemorySessions } from './sessions.memory.ts';
import { createMemoryUsers } from './users.memory.ts';
import { createMemoryVisitorHolds } from './visitor-holds.memory.ts';
import { createMemoryVisits } from './visits.memory.ts';
import { createMemoryState, type MemoryState } from './memory-state.ts';

/** All stores over one state in memory, for tests. */
export const createMemoryStores = (state: MemoryState = createMemoryState()): Stores => ({
  coaches: createMemoryCoaches(state),
  ledgers: createMemoryLedgers(state),
  bookings: createMemoryBookings(state),
  leads: createMemoryLeads(state),
  preferences: createMemoryPreferences(state),
  idempotency: createMemoryIdempotency(state),
  feeds: createMemoryFeeds(state),
  users: createMemoryUsers(state),
  sessions: createMemorySessions(state),
  profiles: createMemoryProfiles(state.profiles),
  logs: createMemoryLogs(state.logs),
  connections: createMemoryConnections(state.connections),
  audit: createMemoryAudit(state.audit),
  visitorHolds: createMemoryVisitorHolds(state.visitorHolds),
  visits: createMemoryVisits(state),
});
