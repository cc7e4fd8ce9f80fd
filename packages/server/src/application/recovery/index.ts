export { captureIntent } from './capture-intent.ts';
export { getRecoverySettings } from './get-recovery-settings.ts';
export { listAbandonedBookings } from './list-abandoned-bookings.ts';
export { previewRecovery } from './preview-recovery.ts';
export { sendRecovery } from './send-recovery.ts';
export { updateIntent } from './update-intent.ts';
export { updateRecoverySettings } from './update-recovery-settings.ts';
export { withdrawIntent } from './withdraw-intent.ts';
