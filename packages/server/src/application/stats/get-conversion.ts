import type { components } from '@coach-booking/contract/types';
import type { DaySpan } from '../../domain/availability/working-hours.ts';
import { offeredServices, type CoachHead } from '../../domain/coach/coach.ts';
import { conversionRows, conversionTotal, type ConversionRow } from '../../domain/funnel/conversion.ts';
import { fromEpochDay } from '@coach-booking/time/plain-date';
import { zoneOf } from '@coach-booking/time/zone';
import { readCoach } from '../coach-head/read-coach.ts';
import { present } from '../kernel/present.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { FunnelQuery } from '../ports/funnel-counts.ts';
import type { UseCase } from '../ports/use-case.ts';
import { periodOf } from './stats-period.ts';

type Conversion = components['schemas']['Conversion'];
type Group = Conversion['groupBy'];

/** Returns a row with the name of its service or coach, where there is one still. */
const named = (row: ConversionRow, groupBy: Group, head: CoachHead | undefined): Conversion['rows'][number] => {
  const service = () => head && offeredServices(head).find(({ id }) => id === row.key)?.title;
  const name = groupBy === 'service' ? service() : groupBy === 'coach' ? head?.name : undefined;
  return { ...row, ...present({ name }) };
};

/** Returns the figures of a query. `headsOf` returns the coaches whose names the rows need. */
const conversionOf = async (
  core: Pick<Core, 'funnelCounts'>,
  query: Omit<FunnelQuery, 'by' | 'from' | 'to'>,
  groupBy: Group,
  { first, last }: DaySpan,
  headsOf: (coachIds: readonly string[]) => Promise<readonly CoachHead[]>,
): Promise<Omit<Conversion, 'period'> & { readonly period: Omit<Conversion['period'], 'timeZone'> }> => {
  const [from, to] = [fromEpochDay(first), fromEpochDay(last)];
  const sums = await core.funnelCounts.sums({ ...query, from, to, by: groupBy });
  const rows = conversionRows(sums, groupBy);
  const coachOf = ({ key, coachId }: ConversionRow) => (groupBy === 'coach' ? key : coachId);
  const heads = await headsOf([...new Set(rows.flatMap((row) => coachOf(row) ?? []))]);
  return {
    period: { from, to, days: last - first + 1 },
    groupBy,
    total: conversionTotal(sums),
    rows: rows.map((row) =>
      named(
        row,
        groupBy,
        heads.find(({ id }) => id === coachOf(row)),
      ),
    ),
  };
};

/**
 * Returns how many visits of a coach's widgets became bookings. Throws COACH_NOT_FOUND, INVALID_REQUEST, RANGE_INVALID,
 * RANGE_TOO_LONG.
 */
export const getConversion: UseCase<'getConversion', Pick<Core, 'cache' | 'coaches' | 'ledgers' | 'funnelCounts'>> =
  (core) => async (context, input) => {
    const { head } = await readCoach(core, context, input.coach);
    const { timeZone } = head.schedule;
    const span = periodOf(input, zoneOf(timeZone), context.now);
    const query = { ...scopeOf(context), coachId: head.id };
    const found = await conversionOf(core, query, input.groupBy ?? 'service', span, async () => [head]);
    return { data: { ...found, period: { ...found.period, timeZone } } };
  };

/** Returns the same of all coaches of a partner. Throws INVALID_REQUEST, RANGE_INVALID, RANGE_TOO_LONG. */
export const getPartnerConversion: UseCase<'getPartnerConversion', Pick<Core, 'coaches' | 'funnelCounts'>> =
  (core) => async (context, input) => {
    const span = periodOf(input, zoneOf('UTC'), context.now);
    const scope = scopeOf(context);
    const headsOf = async (coachIds: readonly string[]) =>
      (await Promise.all(coachIds.map((id) => core.coaches.byId(id)))).filter((head) => head !== null);
    return { data: await conversionOf(core, scope, input.groupBy ?? 'coach', span, headsOf) };
  };
