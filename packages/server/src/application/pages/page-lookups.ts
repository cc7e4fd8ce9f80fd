import type { Mode } from '../context.ts';
import type { Coaches } from '../ports/coaches.ts';
import type { MailKind } from '../ports/mail.ts';
import { isLiving, type Partner, type Partners } from '../ports/partners.ts';
import type { Tokens } from '../ports/tokens.ts';

/** What the hosted pages ask. */
export interface PageLookups {
  /** The active coach with this slug and the publishable key of its partner, or null. */
  bookable(slug: string): Promise<{ name: string; slug: string; publishableKey: string } | null>;
  /** The publishable key of the partner whose booking this manage link opens, or null when the link opens nothing. */
  manageable(token: string): Promise<{ publishableKey: string } | null>;
  /** The partner whose person a mail's link is about, or null when the link is none of that purpose. What it still is worth, its use tells. */
  mailed(purpose: MailKind, token: string): Promise<{ partner: string; publishableKey: string } | null>;
  /**
   * The partner whose people sign in: that of this publishable key, else the only one of the server, by its live key when it has one. Null
   * for a key that nobody has, and when there are several partners and no key.
   */
  signIn(key: string | undefined): Promise<{ partner: string; publishableKey: string } | null>;
}

/** What the hosted pages ask the stores: they use their partner's own publishable key, as any page of the partner would. */
export function pageLookups(deps: {
  readonly coaches: Pick<Coaches, 'idOfSlug' | 'byId'>;
  readonly partners: Pick<Partners, 'byId' | 'byKey' | 'only'>;
  readonly tokens: Pick<Tokens, 'readManage' | 'readMail'>;
  realNow(): number;
}): PageLookups {
  const keyOf = (partner: Partner | null, mode: Mode): string | null =>
    partner?.keys.find((key) => key.kind === 'publishable' && key.mode === mode && isLiving(key, deps.realNow()))?.lookup ?? null;
  const publishableKey = async (partnerId: string, mode: Mode): Promise<string | null> => keyOf(await deps.partners.byId(partnerId), mode);
  return {
    async bookable(slug) {
      const id = await deps.coaches.idOfSlug(slug);
      const head = id === null ? null : await deps.coaches.byId(id);
      if (!head?.active) return null;
      const key = await publishableKey(head.partnerId, head.mode);
      return key === null ? null : { name: head.name, slug, publishableKey: key };
    },
    async manageable(token) {
      const grant = deps.tokens.readManage(token, deps.realNow());
      const key = grant && (await publishableKey(grant.partnerId, grant.mode));
      return key ? { publishableKey: key } : null;
    },
    async mailed(purpose, token) {
      // A test clock may have made it for another time than this page's.
      const grant = deps.tokens.readMail(token, -Infinity);
      const partner = grant?.purpose === purpose ? await deps.partners.byId(grant.partnerId) : null;
      const key = grant && keyOf(partner, grant.mode);
      return partner && key ? { partner: partner.name, publishableKey: key } : null;
    },
    async signIn(key) {
      const partner = await (key === undefined ? deps.partners.only() : deps.partners.byKey(key));
      if (!partner) return null;
      const given = partner.keys.find((one) => one.kind === 'publishable' && one.lookup === key && isLiving(one, deps.realNow()));
      const publishable = key === undefined ? (keyOf(partner, 'live') ?? keyOf(partner, 'test')) : given?.lookup;
      return publishable ? { partner: partner.name, publishableKey: publishable } : null;
    },
  };
}
