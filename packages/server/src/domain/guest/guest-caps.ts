/** How much of a partner's coaches visitors may take. Null lets them take any number. */
export interface GuestCaps {
  /** Bookings to come for one e-mail that nobody has proven, at all coaches of the partner. */
  readonly bookingsPerEmail: number | null;
  /** Bookings in 24 hours from one address. */
  readonly bookingsPerAddress: number | null;
  /** Live holds of one address with one coach; null also lets holds cover any share of a coach. */
  readonly holdsPerAddress: number | null;
}

/** What a partner has set for one mode; what is not set is the server's. */
export type GuestCapsSet = Partial<GuestCaps>;

const NONE: GuestCaps = { bookingsPerEmail: null, bookingsPerAddress: null, holdsPerAddress: null };

/**
 * The caps that count: the server's, with what the partner has set in their place. In test mode nothing is capped until
 * the partner sets something, since tests come from one address and book for one e-mail. R13.
 */
export function capsInForce(mode: 'test' | 'live', server: GuestCaps, set: GuestCapsSet | undefined): GuestCaps {
  if (mode === 'live') return { ...server, ...set };
  return { ...NONE, ...set };
}
