import type { Deps } from '../ports/deps.ts';

/** All that sweeping needs. */
export type SweepDeps = Pick<Deps, 'ledgers' | 'bookings' | 'connections' | 'feeds' | 'realNow'>;
