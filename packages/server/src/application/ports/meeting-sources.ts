import type { MeetingProvider, RecordObject } from '../../domain/external-record/external-record.ts';
import type { MeetingNews } from '../../domain/meeting-report/meeting-report.ts';
import type { AccountOfCoach } from './external-record-adapters.ts';

/** Asks a provider about meetings that it has made. All throw a ProviderFailure. Not called in mode test (R11). */
export interface MeetingSource {
  /**
   * Returns a fresh address whose holder is the host, for two hours: never stored and never logged. Absent where a host
   * comes by the same address as others.
   */
  hostLink?(account: AccountOfCoach, object: RecordObject): Promise<string>;
  /**
   * Returns who was there and what was recorded, as far as the provider knows: it reports no meeting with one person.
   * Absent where a provider cannot be asked.
   */
  newsOf?(account: AccountOfCoach, object: RecordObject): Promise<MeetingNews>;
}

/** Those that are set up. */
export type MeetingSources = { readonly [P in MeetingProvider]?: MeetingSource };
