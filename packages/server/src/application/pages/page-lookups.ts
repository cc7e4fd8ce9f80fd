import type { Mode } from '../context.ts';
import type { Coaches } from '../ports/coaches.ts';
import type { Partners } from '../ports/partners.ts';
import type { Tokens } from '../ports/tokens.ts';

/** What the hosted pages ask. */
export interface PageLookups {
  /** The active coach with this slug and the publishable key of its partner, or null. */
  bookable(slug: string): Promise<{ name: string; slug: string; publishableKey: string } | null>;
  /** The publishable key of the partner whose booking this manage link opens, or null when the link opens nothing. */
  manageable(token: string): Promise<{ publishableKey: string } | null>;
}

/** What the hosted pages ask the stores: they use their partner's own publishable key, as any page of the partner would. */
export function pageLookups(deps: {
  readonly coaches: Pick<Coaches, 'idOfSlug' | 'byId'>;
  readonly partners: Pick<Partners, 'byId'>;
  readonly tokens: Pick<Tokens, 'readManage'>;
  realNow(): number;
}): PageLookups {
  const publishableKey = async (partnerId: string, mode: Mode): Promise<string | null> => {
    const keys = (await deps.partners.byId(partnerId))?.keys ?? [];
    return keys.find((key) => key.kind === 'publishable' && key.mode === mode && key.revokedAt === undefined)?.lookup ?? null;
  };
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
  };
}
