import { instant, type Instant } from '@coach-booking/time/instant';
import { offeredServices, seenByVisitors, type CoachHead } from '../../domain/coach/coach.ts';
import type { SlugSpace } from '../../domain/coach/slug.ts';
import type { Mode } from '../kernel/context.ts';
import { present } from '../kernel/present.ts';
import type { Bookings } from '../ports/bookings.ts';
import type { Coaches } from '../ports/coaches.ts';
import type { Intents } from '../ports/intents.ts';
import { isLiving, type Partner, type Partners } from '../ports/partners.ts';
import type { MailPurpose, Tokens } from '../ports/tokens.ts';

/** A partner as its pages need it: they use its own publishable key, like any page of the partner. */
export interface PagePartner {
  readonly partner: string;
  readonly publishableKey: string;
  /** The address of its logo, which begins with https://; absent without one. */
  readonly logoUrl?: string;
  /** Its pages show that, and nothing else. */
  readonly suspended: boolean;
}

/** The parts of an address that name the partner. */
export interface PageAddress {
  /** The short name in the path. */
  readonly slug?: string | undefined;
  /** The publishable key in the query. */
  readonly key?: string | undefined;
  /** The requested host. */
  readonly host?: string | undefined;
}

/** The appearance of a partner on pages. */
export interface PageBrand {
  /** Absent unless the partner has set one. */
  readonly name?: string;
  readonly logoUrl?: string;
  /** The page about personal data that the partner's consent names. */
  readonly privacyUrl?: string;
}

/** A coach who can be booked on a page. */
export interface BookablePage extends PagePartner {
  readonly name: string;
  readonly slug: string;
  /** The ids and slugs of what can be booked. */
  readonly services: readonly string[];
  readonly brand: PageBrand;
}

/** A coach on the page of a team. */
export interface TeamCoach {
  readonly name: string;
  readonly slug: string;
  /** The address of a small photo, on this server; absent without one. */
  readonly photo?: string;
  readonly specialties: readonly string[];
  /** The titles of what can be booked. */
  readonly services: readonly string[];
}

/** The coaches of a partner who can be booked. */
export interface TeamPage extends PagePartner {
  readonly brand: PageBrand;
  readonly coaches: readonly TeamCoach[];
}

/** The most coaches on the page of a team. */
export const MOST_COACHES = 100;

/** The reads of the hosted pages. */
export interface PageLookups {
  /**
   * Returns the active coach with this slug and its partner, or null. Of the partner of the slug or the key: the coach
   * in the mode of the key, else the live one, else the test one. Where neither is given, the live coach of any
   * partner, else the test coach of the host's partner or of the only one. Null for a key that does not work, or is
   * another partner's; and in place of the test coach with the slug of an inactive live one.
   */
  bookable(slug: string, address: PageAddress): Promise<BookablePage | null>;
  /**
   * Returns the active coaches of the partner of an address, by name: of the slug, else of the key, else of the host,
   * else of the only one of the server. In the mode of the key, else in live mode where it has a live key. Null where
   * no partner is meant.
   */
  team(address: PageAddress): Promise<TeamPage | null>;
  /**
   * Returns the partner whose booking this manage link opens, and the language (BCP 47) in which it was booked, where
   * that is known; null when the link opens nothing.
   */
  manageable(token: string): Promise<(PagePartner & { readonly language?: string | undefined }) | null>;
  /**
   * Returns the partner and the id of the booking that a guest confirms by this link, and the language in which it was
   * booked; null when the link confirms nothing. Whether it is still valid shows in its use.
   */
  provable(
    token: string,
  ): Promise<(PagePartner & { readonly bookingId: string; readonly language?: string | undefined }) | null>;
  /**
   * Returns the partner of the mail whose reader unsubscribes by this link, and the language of its booking or intent;
   * null when the link was not made here.
   */
  unsubscribable(token: string): Promise<(PagePartner & { readonly language?: string | undefined }) | null>;
  /**
   * Returns the partner of a recovery's link, and the language of the page where its booking was begun; null when it
   * opens nothing. Whether it is still valid shows in its use.
   */
  resumable(token: string): Promise<(PagePartner & { readonly language?: string | undefined }) | null>;
  /**
   * Returns the partner of the person in a mail's link, or null when the link has none of these purposes. Whether it is
   * still valid shows in its use.
   */
  mailed(token: string, ...purposes: readonly MailPurpose[]): Promise<PagePartner | null>;
  /**
   * Returns the partner whose people sign in: that of the slug, else of the key, else of the host, else the only one of
   * the server. With the given key, else with its live key when it has one. Null for an unknown slug or key, and when
   * several partners are possible.
   */
  signIn(address: PageAddress): Promise<PagePartner | null>;
}

export interface PageLookupsDeps {
  readonly bookings: Pick<Bookings, 'find'>;
  readonly coaches: Pick<Coaches, 'idOfSlug' | 'byId' | 'list'>;
  readonly intents: Pick<Intents, 'byId'>;
  readonly partners: Pick<Partners, 'byId' | 'byKey' | 'bySlug' | 'byHost' | 'only'>;
  readonly tokens: Pick<Tokens, 'readManage' | 'readMail' | 'readProof' | 'readResume' | 'readUnsubscribe'>;
  realNow(): Instant;
}

const brandOf = ({ branding: { name, logoUrl }, intake }: Partner): PageBrand => ({
  ...(name !== undefined && { name }),
  ...(logoUrl !== undefined && { logoUrl }),
  ...(intake?.consent?.url !== undefined && { privacyUrl: intake.consent.url }),
});

const teamCoach = (head: CoachHead): TeamCoach => ({
  name: head.name,
  slug: head.slug,
  ...(head.photo && { photo: `/photos/${head.id}/${head.photo.id}-128.webp` }),
  specialties: head.specialties,
  services: offeredServices(seenByVisitors(head)).map(({ title }) => title),
});

/** Creates the reads of the hosted pages from the stores. */
export function pageLookups({ bookings, coaches, intents, partners, tokens, realNow }: PageLookupsDeps): PageLookups {
  const keyOf = (partner: Partner, mode: Mode): string | undefined =>
    partner.keys.find((key) => key.kind === 'publishable' && key.mode === mode && isLiving(key, realNow()))?.lookup;
  /** Returns the mode of a key; null for one that is no working publishable key of the partner. */
  const modeOfKey = (partner: Partner | null, lookup: string | undefined): Mode | null =>
    partner?.keys.find((one) => one.kind === 'publishable' && one.lookup === lookup && isLiving(one, realNow()))
      ?.mode ?? null;
  const pageOf = (partner: Partner | null, publishableKey: string | undefined): PagePartner | null =>
    partner && publishableKey
      ? {
          partner: partner.name,
          publishableKey,
          ...present({ logoUrl: partner.branding.logoUrl }),
          suspended: partner.suspendedAt !== undefined,
        }
      : null;
  const pageIn = async (partnerId: string, mode: Mode, key?: string): Promise<PagePartner | null> => {
    const partner = await partners.byId(partnerId);
    return pageOf(partner, key ?? (partner ? keyOf(partner, mode) : undefined));
  };
  const addressed = async ({ slug, key, host }: PageAddress): Promise<Partner | null> => {
    if (slug !== undefined) return partners.bySlug(slug);
    if (key !== undefined) return partners.byKey(key);
    return (host === undefined ? null : await partners.byHost(host)) ?? partners.only();
  };
  const coachOf = async (space: SlugSpace, slug: string): Promise<CoachHead | null> => {
    const id = await coaches.idOfSlug(space, slug);
    return id === null ? null : coaches.byId(id);
  };
  /** Returns the coach of an address, active or not. */
  const coachAt = async (slug: string, address: PageAddress): Promise<CoachHead | null> => {
    const isNamed = address.slug !== undefined || address.key !== undefined;
    const named = isNamed ? await addressed(address) : null;
    if (isNamed && !named) return null;
    const mode = address.key === undefined ? undefined : modeOfKey(named, address.key);
    if (mode === null) return null;
    const live = mode === 'test' ? null : await coachOf({ mode: 'live' }, slug);
    if (live && (named ? live.partnerId === named.id : live.active)) return live;
    const partner = mode === 'live' ? null : (named ?? (await addressed(address)));
    // The link of an inactive live coach does not lead to a test one.
    if (!partner || live?.partnerId === partner.id) return null;
    return coachOf({ mode: 'test', partnerId: partner.id }, slug);
  };
  return {
    async bookable(slug, address) {
      const head = await coachAt(slug, address);
      const partner = head?.active ? await partners.byId(head.partnerId) : null;
      const page = partner && pageOf(partner, address.key ?? keyOf(partner, head!.mode));
      if (!page) return null;
      const services = offeredServices(seenByVisitors(head!)).flatMap((service) => [service.id, service.slug]);
      return { ...page, name: head!.name, slug, services, brand: brandOf(partner) };
    },
    async team(address) {
      const partner = await addressed(address);
      if (!partner) return null;
      const { key, slug } = address;
      const ofKey = modeOfKey(partner, key);
      if (!ofKey && key !== undefined && slug === undefined) return null;
      const mode = ofKey ?? (keyOf(partner, 'live') ? 'live' : 'test');
      const page = pageOf(partner, ofKey ? key : keyOf(partner, mode));
      if (!page) return null;
      const found = await coaches.list({ partnerId: partner.id, mode, active: true, limit: MOST_COACHES });
      return { ...page, brand: brandOf(partner), coaches: found.coaches.map(teamCoach) };
    },
    async manageable(token) {
      const grant = tokens.readManage(token, realNow());
      const page = grant && (await pageIn(grant.partnerId, grant.mode));
      if (!page || page.suspended) return page;
      const booking = await bookings.find(grant.bookingId);
      return { ...page, language: booking && 'language' in booking ? booking.language : undefined };
    },
    async provable(token) {
      // A test clock may have made it for another time than this page's.
      const grant = tokens.readProof(token, instant(-Infinity));
      const page = grant && (await pageIn(grant.partnerId, grant.mode));
      const booking = page && (await bookings.find(grant.bookingId));
      if (!page || booking?.kind !== 'booking') return null;
      return { ...page, bookingId: grant.bookingId, language: booking.language };
    },
    async unsubscribable(token) {
      const grant = tokens.readUnsubscribe(token);
      const page = grant && (await pageIn(grant.partnerId, grant.mode));
      if (!page) return null;
      if (grant.kind === 'recovery') return { ...page, language: (await intents.byId(grant.subjectId))?.locale };
      const booking = await bookings.find(grant.subjectId);
      return { ...page, language: booking?.kind === 'booking' ? booking.language : undefined };
    },
    async resumable(token) {
      const id = tokens.readResume(token);
      const intent = id === null ? null : await intents.byId(id);
      const page = intent && (await pageIn(intent.partnerId, intent.mode));
      return page && { ...page, language: intent.locale };
    },
    async mailed(token, ...purposes) {
      // A test clock may have made it for another time than this page's.
      const grant = tokens.readMail(token, instant(-Infinity));
      return grant && purposes.includes(grant.purpose) ? pageIn(grant.partnerId, grant.mode) : null;
    },
    async signIn(address) {
      const partner = await addressed(address);
      if (!partner) return null;
      const { slug, key } = address;
      if (modeOfKey(partner, key)) return pageOf(partner, key);
      // A key alone that no longer works leads nowhere; beside a slug it is ignored.
      return key !== undefined && slug === undefined
        ? null
        : pageOf(partner, keyOf(partner, 'live') ?? keyOf(partner, 'test'));
    },
  };
}
