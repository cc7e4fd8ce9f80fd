import type { Deps } from '../deps.ts';

/** All that sweeping needs. */
export type SweepDeps = Pick<Deps, 'ledgers' | 'bookings' | 'connections' | 'feeds' | 'faults' | 'realNow'>;
