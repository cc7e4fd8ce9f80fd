import { enforceRights } from './access/enforce.ts';
import * as accounts from './accounts/index.ts';
import * as admin from './admin/index.ts';
import * as bookings from './bookings/index.ts';
import * as bursts from './bursts/index.ts';
import * as calendar from './calendar/index.ts';
import * as calendarFeeds from './calendar-feeds/index.ts';
import * as calendarsIn from './calendars-in/index.ts';
import { calendarConnectionUser } from './calendars-in/connection-user.ts';
import * as clients from './clients/index.ts';
import * as coaches from './coaches/index.ts';
import * as funnel from './funnel/index.ts';
import * as holds from './holds/index.ts';
import * as imports from './imports/index.ts';
import * as incentives from './incentives/index.ts';
import * as intake from './intake/index.ts';
import * as leads from './leads/index.ts';
import * as logs from './logs/index.ts';
import { meetingConnectionUser } from './meeting-hosts/connection-user.ts';
import * as meetings from './meetings/index.ts';
import * as messages from './messages/index.ts';
import * as messaging from './messaging/index.ts';
import * as notifications from './notifications/index.ts';
import * as operator from './operator/index.ts';
import * as partner from './partner/index.ts';
import * as providerConnections from './provider-connections/index.ts';
import * as push from './push/index.ts';
import * as schedule from './schedule/index.ts';
import * as services from './services/index.ts';
import * as recommendations from './recommendations/index.ts';
import * as resume from './resume/index.ts';
import * as recovery from './recovery/index.ts';
import * as slots from './slots/index.ts';
import * as staff from './staff/index.ts';
import * as stats from './stats/index.ts';
import * as team from './team/index.ts';
import * as templates from './templates/index.ts';
import * as webhooks from './webhooks/index.ts';
import * as zones from './zones/index.ts';
import { audited } from './audited.ts';
import { createCoachCache } from './coach-head/coach-cache.ts';
import type { UseCaseId, UseCases } from './kernel/contract.ts';
import { operationsOf, type Operations } from './operations.ts';
import { createOrderedVisits } from './guests/ordered-visits.ts';
import { createRecentCounts, createRecentReliability } from './hour-counts/recent-rates.ts';
import { createCachedMessaging } from './messaging/cached-messaging.ts';
import { createCachedPartner } from './partner/cached-partner.ts';
import { createBusyNow } from './slots/busy-now.ts';
import type { Core } from './ports/core.ts';
import type { Deps } from './ports/deps.ts';
import type { ConnectionUser } from './ports/provider-connections.ts';
import type { UseCase } from './ports/use-case.ts';

/** The operations of each feature's index, which together are every operation of the contract, each once. */
const OPERATIONS: Operations = operationsOf([
  accounts,
  admin,
  bookings,
  bursts,
  calendar,
  calendarFeeds,
  calendarsIn,
  clients,
  coaches,
  funnel,
  holds,
  imports,
  incentives,
  intake,
  leads,
  logs,
  meetings,
  messages,
  messaging,
  operator,
  partner,
  providerConnections,
  push,
  notifications,
  schedule,
  services,
  recommendations,
  recovery,
  resume,
  slots,
  staff,
  stats,
  team,
  templates,
  webhooks,
  zones,
]);

/** Sizes of the caches of a process. */
export interface Room {
  readonly coaches?: number;
  readonly partners?: number;
  readonly calendars?: number;
}

/** The features that use connections of coaches: called when one is shown, and before it is forgotten. */
const CONNECTION_USERS: readonly ((core: Core) => ConnectionUser)[] = [calendarConnectionUser, meetingConnectionUser];

/** Creates what use cases need: the dependencies, and the caches of one process. */
export function createCore(deps: Deps, room: Room = {}): Core {
  const connectionUsers: ConnectionUser[] = [];
  const core: Core = {
    ...deps,
    hourCounts: createRecentCounts(deps, room.coaches),
    reliability: createRecentReliability(deps, room.partners),
    visits: createOrderedVisits(deps.visits),
    cache: createCoachCache(room.coaches),
    connectionUsers,
    cachedPartner: createCachedPartner(deps, room.partners),
    cachedMessaging: createCachedMessaging(deps, room.partners),
    busyNow: createBusyNow(deps, room.calendars),
  };
  connectionUsers.push(...CONNECTION_USERS.map((user) => user(core)));
  return core;
}

/** Creates one operation of the contract as a function behind the table of rights. */
export function createUseCase<Op extends UseCaseId>(core: Core, operation: Op): ReturnType<UseCase<Op>> {
  return enforceRights(operation, audited(core, operation, OPERATIONS[operation](core)));
}

/** Creates every operation of the contract. Two calls make two sets of caches. */
export function createUseCases(deps: Deps): UseCases {
  const core = createCore(deps);
  const ids = Object.keys(OPERATIONS) as UseCaseId[];
  return Object.fromEntries(ids.map((id) => [id, createUseCase(core, id)])) as unknown as UseCases;
}
