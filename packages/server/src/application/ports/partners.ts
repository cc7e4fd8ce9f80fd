import type { GuestCapsSet } from '../../domain/guest/guest-caps.ts';
import type { Mode } from '../kernel/context.ts';

/**
 * A key as stored: publishable ones in clear, secret ones only as a SHA-256 in hex. Instants are real time, which no
 * test clock moves.
 */
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

/** How much a partner may use, in place of what the server's configuration says. */
export interface PartnerLimits {
  /** Reads an hour. */
  readonly reads?: number;
  /** Writes an hour. */
  readonly writes?: number;
  /** Statistics an hour. */
  readonly stats?: number;
  /** Holds in five minutes. */
  readonly holds?: number;
}

/** A site or product that embeds the widget or calls the SDK. */
export interface Partner {
  readonly id: string;
  /** Its short name in addresses. Unique over all partners; the id for one that was never given any. */
  readonly slug: string;
  readonly name: string;
  /** Exact origins (`https://fit.example`) on which its publishable keys work. */
  readonly allowedOrigins: readonly string[];
  /**
   * Hosts, with a port where it is not the ordinary one, under which the pages are this partner's. Unique over all
   * partners.
   */
  readonly hosts: readonly string[];
  readonly keys: readonly PartnerKey[];
  readonly branding: Branding;
  /** What it lets visitors take, of each mode; what is absent is the server's. */
  readonly guestCaps?: Partial<Record<Mode, GuestCapsSet>>;
  /** Whether visitors show that they are no program; absent of one that never set it. */
  readonly challenge?: boolean;
  readonly limits: PartnerLimits;
  /** Since when nobody reaches it, in real time; absent of one that is open. */
  readonly suspendedAt?: number;
  /** Who needs a second factor in live mode; nobody when absent. */
  readonly requireSecondFactor?: 'none' | 'admins';
  /** 1 when it was made; one more with each change. */
  readonly version: number;
}

/** What two partners cannot share. */
export class PartnerConflict extends Error {
  override readonly name = 'PartnerConflict';
  readonly field: 'slug' | 'host' | 'key';

  constructor(field: PartnerConflict['field']) {
    super(`Another partner has this ${field}.`);
    this.field = field;
  }
}

export interface Partners {
  byKey(lookup: string): Promise<Partner | null>;
  byId(id: string): Promise<Partner | null>;
  bySlug(slug: string): Promise<Partner | null>;
  byHost(host: string): Promise<Partner | null>;
  /** By id, those behind `after`. */
  list(query: { readonly after?: string; readonly limit: number }): Promise<readonly Partner[]>;
  /** How many there are, exactly as far as `MAX_COUNTED`; what is more counts as one more. */
  count(): Promise<number>;
  /** The partner of a server that has exactly one; null with none, and with several. */
  only(): Promise<Partner | null>;
  /** Whether any partner lists this origin; preflights carry no key. */
  anyAllows(origin: string): Promise<boolean>;
  /**
   * False when there is a partner with this id. Throws a PartnerConflict when another one has its slug, one of its
   * hosts or one of its keys.
   */
  insert(partner: Partner): Promise<boolean>;
  /**
   * Compare-and-set: writes the partner, whose version is one more, where the version is still the expected one. Throws
   * as `insert` does.
   */
  replace(partner: Partner, expectedVersion: number): Promise<boolean>;
}

/** Whether a key opens anything at this moment of real time. */
export function isLiving({ expiresAt = Infinity, revokedAt = Infinity }: PartnerKey, realNow: number): boolean {
  return realNow < expiresAt && realNow < revokedAt;
}
