import { minus, type Instant } from '@coach-booking/time/instant';
import { LATE_AFTER } from '../delivery/count.ts';
import type { ExternalRecord, RecordProvider } from './external-record.ts';

/** The numbers of records at one provider. */
export interface RecordCount {
  readonly provider: RecordProvider;
  /** Due by now, under way or not. */
  readonly due: number;
  /** Of these, due for more than a minute. */
  readonly late: number;
  /** Failed at least once, and waiting for another attempt. */
  readonly retrying: number;
  /** Without what a session needs, or not removed, since something failed within a week. */
  readonly failed: number;
}

/** The fields of a record that are counted. */
export type CountedRecord = Pick<ExternalRecord, 'provider' | 'state' | 'dueAt' | 'attempts' | 'lastError'>;

/** Counts records by provider, in the order in which these come. `since` is when failures begin to count. */
export function recordCountsOf(records: readonly CountedRecord[], now: Instant, since: Instant): RecordCount[] {
  const providers = [...new Set(records.map(({ provider }) => provider))];
  return providers.map((provider) => {
    const own = records.filter((record) => record.provider === provider);
    const count = (is: (record: CountedRecord) => boolean): number => own.filter(is).length;
    const isDueBy = ({ dueAt }: CountedRecord, by: Instant) => dueAt !== null && dueAt <= by;
    return {
      provider,
      due: count((record) => isDueBy(record, now)),
      late: count((record) => isDueBy(record, minus(now, LATE_AFTER))),
      retrying: count(({ attempts, dueAt }) => attempts > 0 && dueAt !== null),
      failed: count(({ state, lastError }) => state === 'failed' && lastError !== undefined && lastError.at >= since),
    };
  });
}
