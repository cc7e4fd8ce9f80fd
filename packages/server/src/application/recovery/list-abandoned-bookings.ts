import {
  isOpen,
  recoveryRateOf,
  type Intent,
  type IntentStatus,
  type RecoveryCount,
} from '../../domain/recovery/intent.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import type { Context } from '../kernel/context.ts';
import { page } from '../kernel/page.ts';
import { present } from '../kernel/present.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { IntentPosition } from '../ports/intents.ts';
import type { UseCase } from '../ports/use-case.ts';
import { hasBookedSince, type BookedSinceNeeds } from './booked-since.ts';
import { abandonedView } from './intent-view.ts';
import { leadIdOf } from './lead-of-intent.ts';

type ListAbandonedNeeds = Pick<Core, 'cache' | 'coaches' | 'ledgers' | 'tokens' | 'intents' | 'recoveryCounts'> &
  BookedSinceNeeds;

/** More intents of a coach are never due and not yet worked off. */
const MOST_DUE = 500;

/** Returns the lead's id that an intent has, or will have once its abandonment is recorded. */
const withLead = async ({ leads }: Pick<Core, 'leads'>, intent: Intent): Promise<Intent> => {
  const known = intent.emailKey === undefined ? null : await leads.byEmail(intent, intent.emailKey);
  return { ...intent, leadId: known?.id ?? leadIdOf(intent.id) };
};

/**
 * Returns the abandoned ones among those that are listed, each with its lead: of one whose abandonment was not recorded
 * yet, bookings decide. R11.
 */
const reallyAbandoned = async (core: ListAbandonedNeeds, intents: readonly Intent[]): Promise<readonly Intent[]> => {
  const each = intents.map(async (intent) => {
    if (intent.status !== 'captured') return [intent];
    return (await hasBookedSince(core, intent)) ? [] : [await withLead(core, intent)];
  });
  return (await Promise.all(each)).flat();
};

/** Returns the counts of a coach, with those of what is not recorded yet. */
const countsNow = async (
  core: ListAbandonedNeeds,
  context: Context,
  { id: coachId }: CoachHead,
): Promise<Readonly<Record<RecoveryCount, number>>> => {
  const [counts, due] = await Promise.all([
    core.recoveryCounts.of(coachId),
    core.intents.due({ ...scopeOf(context), coachId, dueBy: context.now, limit: MOST_DUE }),
  ]);
  const waiting = due.filter((intent) => intent.uncounted.length > 0 || isOpen(intent));
  const captured = await reallyAbandoned(
    core,
    waiting.filter(({ status }) => status === 'captured'),
  );
  const uncounted = waiting.flatMap((intent) => intent.uncounted);
  const numberOf = (count: RecoveryCount) => uncounted.filter((one) => one === count).length;
  return {
    abandoned: counts.abandoned + numberOf('abandoned') + captured.length,
    recovered: counts.recovered + numberOf('recovered'),
  };
};

const positionOf = ({ abandonsAt, id }: Intent): IntentPosition => ({ at: abandonsAt, id });

/**
 * Lists the bookings that people began with a coach and did not finish, the last first, as they stand at the clock of
 * the rules. Throws COACH_NOT_FOUND, INVALID_REQUEST for a cursor of another list.
 */
export const listAbandonedBookings: UseCase<'listAbandonedBookings', ListAbandonedNeeds> =
  (core) => async (context, input) => {
    const { head } = await readCoach(core, context, input.coach);
    const { now } = context;
    const wanted = { ...scopeOf(context), coachId: head.id, ...present({ status: input.status }) } as const;
    const listing = {
      list: 'listAbandonedBookings' as const,
      filters: wanted satisfies { readonly status?: IntentStatus },
      positionOf,
      async read(asked: { readonly after?: IntentPosition; readonly limit: number }) {
        const { intents, total, ...rest } = await core.intents.list({ ...wanted, ...asked, now });
        const rows = await reallyAbandoned(core, intents);
        const isWhole = intents.length < asked.limit;
        return {
          rows,
          total: total - (intents.length - rows.length),
          ...rest,
          // Some of the page were booked after all: there may be more behind it.
          ...(!isWhole && rows.length < asked.limit && { scannedTo: positionOf(intents.at(-1)!) }),
        };
      },
    };
    const [{ rows, meta }, counts] = await Promise.all([page(core, listing, input), countsNow(core, context, head)]);
    return {
      data: rows.map((intent) => abandonedView(head, intent, now)),
      meta: { ...meta, totalAbandoned: counts.abandoned, recoveryRate: recoveryRateOf(counts) },
    };
  };
