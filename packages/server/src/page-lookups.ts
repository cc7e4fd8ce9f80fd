import type { HostedPagesDeps } from './adapters/pages/hosted-pages.ts';
import type { Mode } from './application/context.ts';
import type { Coaches } from './application/ports/coaches.ts';
import type { Partners } from './application/ports/partners.ts';
import type { Tokens } from './application/ports/tokens.ts';

/** What the hosted pages ask the stores: they use their partner's own publishable key, as any page of the partner would. */
export function pageLookups(deps: {
  readonly coaches: Pick<Coaches, 'idOfSlug' | 'byId'>;
  readonly partners: Pick<Partners, 'byId'>;
  readonly tokens: Pick<Tokens, 'readManage'>;
  realNow(): number;
}): Pick<HostedPagesDeps, 'bookable' | 'manageable'> {
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
