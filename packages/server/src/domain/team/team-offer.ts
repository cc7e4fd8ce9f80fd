import { offeredServices, type CoachHead, type Service } from '../coach/coach.ts';

type Offering = Pick<CoachHead, 'id' | 'services'>;

/** The reason for which a chosen coach takes no part. */
export type LeftOutReason = 'service_missing' | 'terms_differ';

export interface LeftOut {
  readonly coachId: string;
  readonly reason: LeftOutReason;
}

/** One service of several coaches. */
export interface TeamOffer {
  /** By the id of the coach, in the order of the coaches: at least one. */
  readonly offers: ReadonlyMap<string, Service>;
  readonly leftOut: readonly LeftOut[];
}

/** The part of a service that a visitor agrees to without knowing with whom. */
const termsOf = ({ duration, price, locationKind, place }: Service): string =>
  JSON.stringify([duration, price?.amount, price?.currency, locationKind, place?.name, place?.address]);

const bySlug = (coaches: readonly Offering[], slug: string): TeamOffer => {
  const offers = new Map<string, Service>();
  const leftOut: LeftOut[] = [];
  let terms: string | undefined;
  for (const coach of coaches) {
    const service = offeredServices(coach).find((offered) => offered.slug === slug);
    if (service) terms ??= termsOf(service);
    if (service && termsOf(service) === terms) offers.set(coach.id, service);
    else leftOut.push({ coachId: coach.id, reason: service ? 'terms_differ' : 'service_missing' });
  }
  return { offers, leftOut };
};

const slugsOf = (coaches: readonly Offering[]): readonly string[] => [
  ...new Set(coaches.flatMap((coach) => offeredServices(coach).map(({ slug }) => slug))),
];

/**
 * Returns every service that any of the coaches offers, once: first those of the first coach, in that coach's order.
 * Services are the same where slug, length, price, kind of place and place are those of the first coach who offers it.
 */
export function teamServices(coaches: readonly Offering[]): readonly TeamOffer[] {
  return slugsOf(coaches).map((slug) => bySlug(coaches, slug));
}

/**
 * Returns the service of this slug, or of this id with any of the coaches; without one the first. Undefined when none
 * of them offers it.
 */
export function teamServiceOf(coaches: readonly Offering[], wanted?: string): TeamOffer | undefined {
  const named = coaches.flatMap(offeredServices).find(({ id, slug }) => id === wanted || slug === wanted);
  const slug = wanted === undefined ? slugsOf(coaches)[0] : named?.slug;
  return slug === undefined ? undefined : bySlug(coaches, slug);
}
