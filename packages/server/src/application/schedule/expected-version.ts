import { scheduleVersionOf, type CoachHead } from '../../domain/coach/coach.ts';
import { refuseConflict } from '../kernel/compare-and-set.ts';

/** The version of the schedule that a writer read before. */
export interface ScheduleExpectation {
  readonly scheduleVersion?: number | undefined;
  /** `If-Match`: the version in quotes or without, or `*` for any. */
  readonly ifMatch?: string | undefined;
}

/** Throws VERSION_CONFLICT when the schedule is another than the one that was read (R28, V08). */
export function checkScheduleVersion(head: CoachHead, { scheduleVersion, ifMatch = '*' }: ScheduleExpectation): void {
  const version = scheduleVersionOf(head);
  const named = ifMatch === '*' ? version : Number(ifMatch.replaceAll('"', ''));
  if (version !== named || version !== (scheduleVersion ?? version))
    refuseConflict(`The schedule of coach ${head.slug} is at scheduleVersion ${version}.`, { version });
}
