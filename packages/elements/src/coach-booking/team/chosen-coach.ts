/** The coach who was assigned to a hold, and the service as that coach offers it. */
export interface ChosenCoach {
  readonly coachId: string;
  readonly serviceId: string;
}

const BETWEEN = '~';

/**
 * Returns the token of a hold with the coach it is of. A draft keeps it, so that after a reload it is still known who
 * was assigned.
 */
export function namedToken({ coachId, serviceId }: ChosenCoach, token: string): string {
  return [coachId, serviceId, token].join(BETWEEN);
}

/** Returns the coach in a token and the token of the server; null for a token that has none. */
export function namedIn(token: string | undefined): (ChosenCoach & { readonly token: string }) | null {
  const [coachId, serviceId, ...rest] = token?.split(BETWEEN) ?? [];
  return coachId && serviceId && rest.length > 0 ? { coachId, serviceId, token: rest.join(BETWEEN) } : null;
}
