/** The caps on visitors of a partner's coaches. Null means no cap. */
export interface GuestCaps {
  /** Future bookings for one e-mail that is not proven, at all coaches of the partner. */
  readonly bookingsPerEmail: number | null;
  /** Bookings in 24 hours from one address. */
  readonly bookingsPerAddress: number | null;
  /** Live holds of one address with one coach; null also lets holds cover any share of a coach. */
  readonly holdsPerAddress: number | null;
}

/** The caps that a partner has set for one mode; absent ones are the server's. */
export type GuestCapsSet = Partial<GuestCaps>;

const NONE: GuestCaps = { bookingsPerEmail: null, bookingsPerAddress: null, holdsPerAddress: null };

/**
 * Returns the caps in force: the server's, replaced by what the partner has set. In test mode nothing is capped until
 * the partner sets something, since tests use one address and book for one e-mail. R13.
 */
export function capsInForce(mode: 'test' | 'live', server: GuestCaps, set: GuestCapsSet | undefined): GuestCaps {
  if (mode === 'live') return { ...server, ...set };
  return { ...NONE, ...set };
}
