import type { Instant } from '@coach-booking/time/instant';
import { fromEpochDay } from '@coach-booking/time/plain-date';
import { localDayOf, zoneOf } from '@coach-booking/time/zone';
import type { FunnelPlace } from '../../domain/funnel/funnel-counts.ts';
import { countedSource } from '../../domain/funnel/source.ts';

/** A step that is to be counted. */
export interface CountedStep {
  readonly coachId: string;
  /** Of the coach. */
  readonly timeZone: string;
  readonly at: Instant;
  readonly serviceId?: string | undefined;
  /** A `utm_source` as it was sent. */
  readonly source?: string | undefined;
}

/** Returns where a step is counted: on the coach's day. */
export function placeOf({ coachId, timeZone, at, serviceId, source }: CountedStep): FunnelPlace {
  return {
    coachId,
    day: fromEpochDay(localDayOf(zoneOf(timeZone), at)),
    serviceId: serviceId ?? null,
    source: countedSource(source),
  };
}
