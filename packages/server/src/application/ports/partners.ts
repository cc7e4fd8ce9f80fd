import type { Mode } from '../context.ts';

/** A key as stored: publishable ones in clear, secret ones only as a SHA-256 in hex. Instants are real time, which no test clock moves. */
export interface PartnerKey {
  readonly id: string;
  readonly kind: 'publishable' | 'secret';
  readonly mode: Mode;
  /** `pk_…` in clear, or the hash of `sk_…`. Unique over all partners. */
  readonly lookup: string;
  /** The last four characters of a secret key. */
  readonly ending?: string;
  readonly createdAt: number;
  /** Of a key that was rolled: it works until then. */
  readonly expiresAt?: number;
  readonly revokedAt?: number;
}

/** How a partner's widget looks. */
export interface Branding {
  readonly name?: string;
  /** Always `https:`. */
  readonly logoUrl?: string;
  /** `#rrggbb`, in small letters. */
  readonly accent?: string;
}

/** A site or product that embeds the widget or calls the SDK. */
export interface Partner {
  readonly id: string;
  readonly name: string;
  /** Exact origins (`https://fit.example`) on which its publishable keys work. */
  readonly allowedOrigins: readonly string[];
  readonly keys: readonly PartnerKey[];
  readonly branding: Branding;
  /** 1 when it was made; one more with each change. */
  readonly version: number;
}

export interface Partners {
  byKey(lookup: string): Promise<Partner | null>;
  byId(id: string): Promise<Partner | null>;
  /** The partner of a server that has exactly one; null with none, and with several. */
  only(): Promise<Partner | null>;
  /** Whether any partner lists this origin; preflights carry no key. */
  anyAllows(origin: string): Promise<boolean>;
  /** False when there is a partner with this id. Throws when another one has one of its keys. */
  insert(partner: Partner): Promise<boolean>;
  /** Compare-and-set: writes the partner, whose version is one more, where the version is still the expected one. Throws as `insert` does. */
  replace(partner: Partner, expectedVersion: number): Promise<boolean>;
}

/** Whether a key opens anything at this moment of real time. */
export const isLiving = ({ expiresAt = Infinity, revokedAt = Infinity }: PartnerKey, realNow: number): boolean =>
  realNow < expiresAt && realNow < revokedAt;
