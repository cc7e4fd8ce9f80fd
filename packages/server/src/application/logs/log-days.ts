import type { components } from '@coach-booking/contract/types';
import {
  caloriesOf,
  groupByDate,
  logRange,
  MAX_LOG_DAYS,
  rangeProblem,
  type DateRange,
} from '../../domain/client/days.ts';
import type { LogKind } from '../../domain/client/log.ts';
import { trendsOf } from '../../domain/client/trends.ts';
import type { Instant } from '@coach-booking/time/instant';
import { isPlainDate } from '@coach-booking/time/plain-date';
import { clientToday, clientZone } from '../clients/client-zone.ts';
import type { Core } from '../ports/core.ts';
import type { StoredLogOf } from '../ports/logs.ts';
import type { User } from '../ports/users.ts';
import { present } from '../kernel/present.ts';
import { Refusal } from '../kernel/refusal.ts';
import { refuseInput } from '../kernel/scope.ts';
import { logView } from './log-view.ts';

type Schemas = components['schemas'];

/** The filter of a list: dates in the client's zone, both included. */
export interface LogsAsked {
  readonly from?: string;
  readonly to?: string;
  readonly metric?: string;
}

/** Returns the range. Throws INVALID_REQUEST, RANGE_INVALID, RANGE_TOO_LONG. */
const askedRange = ({ from, to }: LogsAsked, user: User, now: Instant): DateRange => {
  if (from !== undefined && !isPlainDate(from)) return refuseInput('from', 'Must be a date.');
  if (to !== undefined && !isPlainDate(to)) return refuseInput('to', 'Must be a date.');
  const range = logRange(present({ from, to }), clientToday(user, now));
  const problem = rangeProblem(range);
  if (problem === 'length')
    throw new Refusal('RANGE_TOO_LONG', `At most ${MAX_LOG_DAYS} days can be asked for at once.`);
  if (problem) throw new Refusal('RANGE_INVALID', `from ${range.from} must not lie after to ${range.to}.`);
  return range;
};

/**
 * Returns a client's logs of a range, day by day. `now` is the clock of the rules. Throws INVALID_REQUEST,
 * RANGE_INVALID, RANGE_TOO_LONG.
 */
const readDays = async <K extends LogKind>(
  { logs }: Pick<Core, 'logs'>,
  user: User,
  kind: K,
  asked: LogsAsked,
  now: Instant,
) => {
  const range = askedRange(asked, user, now);
  const { partnerId, mode, id: clientId } = user;
  const entries = await logs.between<K>({
    partnerId,
    mode,
    clientId,
    kind,
    ...range,
    ...present({ metric: asked.metric }),
  });
  const days = groupByDate<StoredLogOf<K>>(entries).map((day) => ({
    ...day,
    views: day.entries.map((entry) => logView<K>(entry)),
  }));
  return { entries, days, frame: { ...range, timeZone: clientZone(user) } };
};

export async function workoutDays(
  core: Pick<Core, 'logs'>,
  user: User,
  asked: LogsAsked,
  now: Instant,
): Promise<Schemas['WorkoutDays']> {
  const { days, frame } = await readDays(core, user, 'workout', asked, now);
  return { ...frame, days: days.map(({ date, views }) => ({ date, entries: views })) };
}

export async function dietDays(
  core: Pick<Core, 'logs'>,
  user: User,
  asked: LogsAsked,
  now: Instant,
): Promise<Schemas['DietDays']> {
  const { days, frame } = await readDays(core, user, 'diet', asked, now);
  return {
    ...frame,
    days: days.map(({ date, entries, views }) => ({ date, calories: caloriesOf(entries), entries: views })),
  };
}

/** Returns the days with the trends of the range; of one metric when one was requested. */
export async function progressDays(
  core: Pick<Core, 'logs'>,
  user: User,
  asked: LogsAsked,
  now: Instant,
): Promise<Schemas['ProgressDays']> {
  const { entries, days, frame } = await readDays(core, user, 'progress', asked, now);
  const trends = trendsOf(entries).map((trend) => ({ ...trend }));
  return { ...frame, days: days.map(({ date, views }) => ({ date, entries: views })), trends };
}
