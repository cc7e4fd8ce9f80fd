import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';

/** Returns the key by which a page asks its browser for push messages of this server. */
export const getPushKey: UseCase<'getPushKey', Pick<Core, 'push'>> =
  ({ push }) =>
  async () => ({ data: { publicKey: await push.publicKey() } });
