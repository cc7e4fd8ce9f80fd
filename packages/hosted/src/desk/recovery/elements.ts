import { DeskAbandoned } from './abandoned-page.ts';
import { RecoveryMessage } from './recovery-message.ts';
import { DeskRecovery } from './recovery-page.ts';

/** Makes the pages about bookings that were not finished known; tests give pages of their own. */
export function defineRecovery(
  abandoned: typeof DeskAbandoned = DeskAbandoned,
  settings: typeof DeskRecovery = DeskRecovery,
): void {
  customElements.define('coach-desk-recovery-message', RecoveryMessage);
  customElements.define('coach-desk-abandoned', abandoned);
  customElements.define('coach-desk-recovery', settings);
}
