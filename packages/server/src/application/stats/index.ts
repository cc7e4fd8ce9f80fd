export { getConversion, getPartnerConversion } from './get-conversion.ts';
export { getRecoveryFunnel } from './get-recovery-funnel.ts';
export { getStats } from './get-stats.ts';
