import { teamServiceOf, type TeamOffer } from '../../domain/team/team-offer.ts';
import type { Service } from '../../domain/coach/coach.ts';
import type { KnownCoachRead } from '../coach-head/read-coach.ts';
import { Refusal } from '../kernel/refusal.ts';

/** A coach who takes part, with the service that is meant. */
export interface Member {
  readonly read: KnownCoachRead;
  readonly service: Service;
}

export interface Members extends Pick<TeamOffer, 'leftOut'> {
  /** At least one, in the order of the coaches. */
  readonly members: readonly [Member, ...Member[]];
}

/** Returns who of the coaches offers a service, by slug or id; without one the first. Throws SERVICE_NOT_FOUND. */
export function membersOf(team: readonly KnownCoachRead[], wanted: string | undefined): Members {
  const found = teamServiceOf(
    team.map(({ head }) => head),
    wanted,
  );
  const [first, ...others] = team.flatMap((read) => {
    const service = found?.offers.get(read.head.id);
    return service ? [{ read, service }] : [];
  });
  if (!found || !first) {
    const names = team.map(({ head }) => head.slug).join(', ');
    throw new Refusal('SERVICE_NOT_FOUND', `None of the coaches ${names} offers ${wanted ?? 'a service'}.`);
  }
  return { members: [first, ...others], leftOut: found.leftOut };
}
