import type { components } from '@coach-booking/contract/types';
import { countedPlaces } from '../../domain/booking/claim.ts';
import { listStarts } from '../../domain/slots/list-starts.ts';
import { reasonForNoStarts } from '../../domain/slots/reason-for-no-starts.ts';
import { mergeStarts } from '../../domain/team/merge-starts.ts';
import { mostFrequent } from '../../domain/slots/most-frequent.ts';
import { teamServices } from '../../domain/team/team-offer.ts';
import { instant, type Instant } from '@coach-booking/time/instant';
import { localDates } from '@coach-booking/time/local-dates';
import { zoneOf } from '@coach-booking/time/zone';
import { asksForIntents } from '../coach-head/asks-for-intents.ts';
import { coachView, serviceView } from '../coach-head/coach-view.ts';
import type { KnownCoachRead } from '../coach-head/read-coach.ts';
import { challengeFor } from '../guests/ask-challenge.ts';
import { countShown, type CountVisitNeeds } from '../hour-counts/count-visit.ts';
import type { Context } from '../kernel/context.ts';
import { instantText, rangeText } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import { checkBounds, paddedDays, rangeOf, widestRange } from '../kernel/slot-range.ts';
import { checkShownZone, zonesView } from '../kernel/zones-view.ts';
import { cachedBranding } from '../partner/cached-branding.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { nextAvailable } from '../slots/next-available.ts';
import { rangeOfCoach, type RangeRead, type ReadRangeNeeds } from '../slots/read-range.ts';
import { slotAt } from '../slots/search.ts';
import { sessionRules } from '../slots/session-rules.ts';
import { membersOf } from './members.ts';
import { readTeam } from './read-team.ts';

type ListTeamSlotsNeeds = Pick<Core, 'challenges' | 'cachedPartner' | 'cachedMessaging' | 'publicUrl'> &
  CountVisitNeeds &
  ReadRangeNeeds;

type TeamSlots = components['schemas']['TeamSlots'];

/** The starts of one coach, ascending: none where nothing of that coach can be booked. */
interface Listed {
  readonly read: RangeRead;
  readonly starts: Float64Array;
}

const listed = (read: RangeRead): Listed => ({
  read,
  starts: read.closed ? new Float64Array() : listStarts(read.question),
});

/** Returns the first start of any coach after the range, for an answer without slots. */
const nextOf = async (core: ListTeamSlotsNeeds, reads: readonly RangeRead[]): Promise<Instant | undefined> => {
  const open = reads.filter(({ closed }) => closed === null);
  const nexts = await Promise.all(open.map(({ search, range }) => nextAvailable(core, search, range.to)));
  return nexts.filter((next) => next !== null).sort((a, b) => a - b)[0];
};

const coachesView = async (
  core: ListTeamSlotsNeeds,
  context: Context,
  team: readonly KnownCoachRead[],
): Promise<Pick<TeamSlots, 'coaches' | 'services'>> => {
  const heads = new Map(team.map(({ head }) => [head.id, head]));
  const coaches = team.map(async ({ head, places }) => ({
    ...coachView(core, context, head, countedPlaces(places, context.now)),
    ...((await asksForIntents(core, head)) && { captureIntents: true }),
  }));
  return {
    coaches: await Promise.all(coaches),
    services: teamServices([...heads.values()]).flatMap(({ offers }) => {
      const [first] = offers;
      return first
        ? [{ service: serviceView(context, heads.get(first[0])!, first[1]), coachIds: [...offers.keys()] }]
        : [];
    }),
  };
};

/**
 * Returns the free slots of several coaches, each start once, from one read of the store for each coach; only an answer
 * without slots reads further for `nextAvailable`. Throws COACH_NOT_FOUND, SERVICE_NOT_FOUND, RANGE_INVALID,
 * RANGE_TOO_LONG, and INVALID_REQUEST for an unknown zone or more than 20 coaches.
 */
export const listTeamSlots: UseCase<'listTeamSlots', ListTeamSlotsNeeds> = (core) => async (context, input) => {
  checkShownZone(input.timeZone);
  checkBounds(input);
  const isFirst = input.include === 'coaches';
  const days = paddedDays(widestRange(input));
  const [team, branding, challenge] = await Promise.all([
    readTeam(core, context, input.coaches?.split(','), () => days),
    isFirst ? cachedBranding(core, context.caller.partnerId) : undefined,
    isFirst ? challengeFor(core, context) : null,
  ]);
  const { members, leftOut } = membersOf(team, input.service);
  const { timeZone } = team[0]!.head.schedule;
  const range = rangeOf(input, team[0]!.head);
  const reads = members.map(({ read, service }) =>
    rangeOfCoach(core, context, read, {
      days,
      range,
      session: sessionRules(read.head, { serviceId: service.id }),
    }),
  );
  const all = (await Promise.all(reads)).map(listed);
  // Only the first answer of a widget brings the coaches along.
  if (isFirst) for (const { read, starts } of all) countShown(core, context, read.head, Array.from(starts, instant));
  const merged = mergeStarts(all.map(({ read, starts }) => ({ coachId: read.head.id, starts })));
  const starts = merged.map(({ start }) => start);
  const next =
    starts[0] ??
    (await nextOf(
      core,
      all.map(({ read }) => read),
    ));
  const [first] = members;
  const { rules } = all[0]!.read;
  const data: TeamSlots = {
    timeZone,
    zones: zonesView(range, timeZone, input.timeZone),
    slots: merged.map(({ start, coachIds }) => ({ ...rangeText(slotAt(start, rules)), coachIds: [...coachIds] })),
    days: localDates(zoneOf(input.timeZone ?? timeZone), starts),
    nextAvailable: next === undefined ? null : instantText(next),
    reason:
      starts.length > 0 ? null : mostFrequent(all.map(({ read }) => read.closed ?? reasonForNoStarts(read.question)!)),
    service: serviceView(context, first.read.head, first.service),
    coachIds: members.map(({ read }) => read.head.id),
    leftOut: [...leftOut],
    ...(isFirst ? await coachesView(core, context, team) : {}),
    ...present({
      branding: branding && { ...branding },
      challenge: challenge ? { ...challenge } : undefined,
    }),
  };
  return { data };
};
