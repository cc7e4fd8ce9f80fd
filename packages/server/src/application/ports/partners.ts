import type { Mode } from '../context.ts';

/** A key as stored: publishable ones in clear, secret ones only as a SHA-256 in hex. */
export interface PartnerKey {
  readonly id: string;
  readonly kind: 'publishable' | 'secret';
  readonly mode: Mode;
  /** `pk_…` in clear, or the hash of `sk_…`. Unique over all partners. */
  readonly lookup: string;
  readonly revokedAt?: number;
}

/** A site or product that embeds the widget or calls the SDK. */
export interface Partner {
  readonly id: string;
  readonly name: string;
  /** Exact origins (`https://fit.example`) on which its publishable keys work. */
  readonly allowedOrigins: readonly string[];
  readonly keys: readonly PartnerKey[];
}

export interface Partners {
  byKey(lookup: string): Promise<Partner | null>;
  byId(id: string): Promise<Partner | null>;
  /** The partner of a server that has exactly one; null with none, and with several. */
  only(): Promise<Partner | null>;
  /** Whether any partner lists this origin; preflights carry no key. */
  anyAllows(origin: string): Promise<boolean>;
  /** Inserts, or replaces what has this id. */
  put(partner: Partner): Promise<void>;
}
