export { checkIncentive } from './check-incentive.ts';
export { listIncentives } from './list-incentives.ts';
export { revokeIncentive } from './revoke-incentive.ts';
