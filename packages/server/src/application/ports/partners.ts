import type { Intake } from '../../domain/intake/intake.ts';
import { instant, type Instant } from '@coach-booking/time/instant';
import type { GuestCapsSet } from '../../domain/guest/guest-caps.ts';
import type { MessageLanguage } from '../../domain/message/message.ts';
import type { VideoRoom } from '../../domain/video/video.ts';
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
  readonly createdAt: Instant;
  /** Of a rolled key: it works until then. */
  readonly expiresAt?: Instant;
  readonly revokedAt?: Instant;
}

/** The way in which a reader is addressed. */
export type Tone = 'formal' | 'informal';

/** A text in place of one of the widget's. */
export interface BrandText {
  readonly language: MessageLanguage;
  /** The name of the text. */
  readonly key: string;
  readonly text: string;
}

/** The look of a partner's widget, and its words. */
export interface Branding {
  readonly name?: string;
  /** Always `https:`. */
  readonly logoUrl?: string;
  /** `#rrggbb`, in small letters. */
  readonly accent?: string;
  /** Absent: that of each language. */
  readonly tone?: Tone;
  /** Absent for none. */
  readonly texts?: BrandText[];
}

/** A partner's own limits, in place of those of the server's configuration. */
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
  /** Its slug in addresses. Unique over all partners; the id for one that has none. */
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
  /** The caps of its visitors, by mode; absent ones are the server's. */
  readonly guestCaps?: Partial<Record<Mode, GuestCapsSet>>;
  /** Whether visitors are challenged; absent if it was never set. */
  readonly challenge?: boolean;
  /** Whether guests confirm by mail what they book; absent if it was never set. R14. */
  readonly confirmByEmail?: boolean;
  /** The room for sessions whose meeting could not be made and whose service has none; absent: none. */
  readonly videoFallback?: VideoRoom;
  /** The questions and texts of each service that has none of its own; absent: none. R42. */
  readonly intake?: Intake;
  /** The pages of the partner on which attendees manage a booking, by mode; absent: the hosted one. */
  readonly manageUrls?: Partial<Record<Mode, string>>;
  readonly limits: PartnerLimits;
  /** Real time of the suspension; absent for an active partner. */
  readonly suspendedAt?: Instant;
  /** The accounts that need a second factor in live mode; none when absent. */
  readonly requireSecondFactor?: 'none' | 'admins';
  /** 1 at first; raised by one with each change. */
  readonly version: number;
}

/** A value that two partners cannot share. */
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
  /** Returns partners by id, those behind `after`. */
  list(query: { readonly after?: string; readonly limit: number }): Promise<readonly Partner[]>;
  /** Returns the number, exactly up to `MAX_COUNTED`; more count as one more. */
  count(): Promise<number>;
  /** Returns the partner of a server that has exactly one; null with none, and with several. */
  only(): Promise<Partner | null>;
  /** Returns whether any partner lists this origin; preflights carry no key. */
  anyAllows(origin: string): Promise<boolean>;
  /**
   * Returns false when there is a partner with this id. Throws a PartnerConflict when another one has its slug, one of
   * its hosts or one of its keys.
   */
  insert(partner: Partner): Promise<boolean>;
  /** Replaces the partner by compare-and-set: its version is one more than the expected one. Throws like `insert`. */
  replace(partner: Partner, expectedVersion: number): Promise<boolean>;
}

/** Returns whether a key works at this moment of real time. */
export function isLiving(
  { expiresAt = instant(Infinity), revokedAt = instant(Infinity) }: PartnerKey,
  realNow: Instant,
): boolean {
  return realNow < expiresAt && realNow < revokedAt;
}
