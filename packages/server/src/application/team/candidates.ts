import { localDayOf, startOfLocalDay, zoneOf } from '@coach-booking/time/zone';
import { minus, plus, type Instant } from '@coach-booking/time/instant';
import type { Range } from '@coach-booking/time/range';
import { HOUR } from '@coach-booking/time/units';
import { takenPlaces, utcDays, type Claim } from '../../domain/booking/claim.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import { inTurn, sessionsOn, type Candidate } from '../../domain/team/in-turn.ts';
import { expiredForReaders } from '../claiming/expire.ts';
import type { Guest } from '../guests/guest.ts';
import { refuseBlocked } from '../guests/refuse-blocked.ts';
import type { Context } from '../kernel/context.ts';
import { instantOf } from '../kernel/instants.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Core } from '../ports/core.ts';
import { occupiedBy } from '../slots/occupied.ts';
import { refusalWithSuggestions, ruleRefusal } from '../slots/rule-refusal.ts';
import type { Search } from '../slots/search.ts';
import { sessionRules } from '../slots/session-rules.ts';
import { membersOf, type Member } from './members.ts';
import { readTeam, type ReadTeamNeeds } from './read-team.ts';

export type CandidatesNeeds = ReadTeamNeeds & Pick<Core, 'bookings' | 'realNow' | 'teamTurns' | 'visits'>;

/** A start that any of several coaches is asked for. */
export interface TeamRequest {
  readonly coaches?: readonly string[] | undefined;
  readonly service: string;
  readonly start: string;
}

/** A coach who may have the start, and the service as this coach offers it. */
export interface TeamCandidate extends Candidate {
  readonly head: CoachHead;
  readonly serviceId: string;
}

export interface Candidates {
  /** In the order in which they are tried: who is free as read, in turn, and then who may become free in a moment. */
  readonly order: readonly TeamCandidate[];
  /** All who take part, by id. */
  readonly all: ReadonlyMap<string, TeamCandidate>;
  /** Returns the refusals of those who are not tried. */
  refusals(): Promise<readonly Refusal[]>;
}

/** More than a day in any zone, on which a clock may change. */
const AROUND = 26 * HOUR;

const dayOf = ({ schedule }: CoachHead, start: Instant): Range<Instant> => {
  const zone = zoneOf(schedule.timeZone);
  const day = localDayOf(zone, start);
  return { start: startOfLocalDay(zone, day), end: startOfLocalDay(zone, day + 1) };
};

/** Whether a claim stays, by all that is known: others may be given up in a moment. */
const isFinal = ({ settled, owner }: Claim): boolean => settled || owner.kind === 'hold';

type Standing = { readonly isFree: boolean } | { refusal(): Promise<Refusal> };

const blockedBy = async (
  core: Pick<Core, 'realNow' | 'visits'>,
  context: Context,
  guest: Guest | null,
  coachId: string,
): Promise<Refusal | null> => {
  try {
    if (guest) await refuseBlocked(core, context, guest, coachId);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};

const standingOf = async (
  core: CandidatesNeeds,
  context: Context,
  { read: { head, claims, places }, service }: Member,
  start: Instant,
  { guest, ownId }: Asker,
): Promise<Standing> => {
  const blocked = await blockedBy(core, context, guest, head.id);
  if (blocked) return { refusal: async () => blocked };
  const exceptOwners = [ownId, ...(await expiredForReaders(core, context, [...claims, ...places]))];
  const { rules } = sessionRules(head, { serviceId: service.id });
  const search: Search = { head, rules, now: context.now };
  const codeOf = (some: readonly Claim[]) =>
    ruleRefusal(core, search, occupiedBy(some, context.now, exceptOwners), start);
  const code = codeOf(claims.filter(isFinal));
  if (code) return { refusal: () => refusalWithSuggestions(core, code, search, start) };
  const isFull = head.capacity !== null && takenPlaces(places, context.now, exceptOwners).length >= head.capacity;
  return { isFree: !isFull && codeOf(claims) === null };
};

/** The caller who asks for a start: a claim under `ownId` is not in the way. */
export interface Asker {
  readonly guest: Guest | null;
  readonly ownId: string;
}

/**
 * Reads the coaches who offer a service, and orders those who may have a start of it by the rule of turns. One read of
 * the store for each coach, and one for the turns. Throws COACH_NOT_FOUND, SERVICE_NOT_FOUND, INVALID_REQUEST.
 */
export async function candidatesFor(
  core: CandidatesNeeds,
  context: Context,
  { coaches, service, start: startText }: TeamRequest,
  asker: Asker,
): Promise<Candidates> {
  const start = instantOf(startText);
  const days = utcDays(minus(start, AROUND), plus(start, AROUND));
  const { members } = membersOf(await readTeam(core, context, coaches, () => days), service);
  const turns = await core.teamTurns.lastOf(members.map(({ read }) => read.head.id));
  const candidates = members.map((member): TeamCandidate => {
    const { head, claims } = member.read;
    return {
      coachId: head.id,
      head,
      serviceId: member.service.id,
      sessions: sessionsOn(dayOf(head, start), claims, context.now),
      lastChosenAt: turns.get(head.id) ?? null,
    };
  });
  const standings = await Promise.all(members.map((member) => standingOf(core, context, member, start, asker)));
  const those = (isMeant: (standing: Standing) => boolean) =>
    inTurn(candidates.filter((_, index) => isMeant(standings[index]!)));
  return {
    order: [
      ...those((standing) => 'isFree' in standing && standing.isFree),
      ...those((standing) => 'isFree' in standing && !standing.isFree),
    ],
    all: new Map(candidates.map((candidate) => [candidate.coachId, candidate])),
    refusals: () => Promise.all(standings.flatMap((standing) => ('refusal' in standing ? [standing.refusal()] : []))),
  };
}
