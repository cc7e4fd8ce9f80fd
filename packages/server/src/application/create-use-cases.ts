import { enforceRights } from './access/enforce.ts';
import * as accounts from './accounts/index.ts';
import * as admin from './admin/index.ts';
import * as bookings from './bookings/index.ts';
import * as bursts from './bursts/index.ts';
import * as calendar from './calendar/index.ts';
import * as clients from './clients/index.ts';
import * as coaches from './coaches/index.ts';
import * as holds from './holds/index.ts';
import * as leads from './leads/index.ts';
import * as logs from './logs/index.ts';
import * as operator from './operator/index.ts';
import * as partner from './partner/index.ts';
import * as schedule from './schedule/index.ts';
import * as services from './services/index.ts';
import * as slots from './slots/index.ts';
import * as staff from './staff/index.ts';
import * as stats from './stats/index.ts';
import { audited } from './audited.ts';
import { createCoachCache } from './coach-head/coach-cache.ts';
import type { UseCases } from './kernel/contract.ts';
import { operationsOf, type Operations } from './operations.ts';
import type { Core } from './ports/core.ts';
import type { Deps } from './ports/deps.ts';

/** What each feature's index names, which together is every operation of the contract, each once. */
const OPERATIONS: Operations = operationsOf([
  accounts,
  admin,
  bookings,
  bursts,
  calendar,
  clients,
  coaches,
  holds,
  leads,
  logs,
  operator,
  partner,
  schedule,
  services,
  slots,
  staff,
  stats,
]);

/**
 * Every operation of the contract as a function behind the table of rights, over one process's memory of coaches.
 * Calling it twice gives two such memories.
 */
export function createUseCases(deps: Deps, cache = createCoachCache()): UseCases {
  const core: Core = { ...deps, cache };
  const useCases = Object.fromEntries(
    Object.entries(OPERATIONS).map(([id, operation]) => [id, operation(core)]),
  ) as unknown as UseCases;
  return enforceRights(audited(core, useCases));
}
