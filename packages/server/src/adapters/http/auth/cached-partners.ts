import type { Partners } from '../../../application/ports/partners.ts';
import { remember, type CacheOptions } from './remember.ts';

type Lookups = Pick<Partners, 'byKey' | 'byId' | 'anyAllows'>;

/** The partners as one process sees them: asked again after a few seconds, in bounded memory. */
export const cachedPartners = (partners: Lookups, options: CacheOptions): Lookups => ({
  byKey: remember((lookup) => partners.byKey(lookup), options),
  byId: remember((id) => partners.byId(id), options),
  anyAllows: remember((origin) => partners.anyAllows(origin), options),
});
