import type { Context } from '../kernel/context.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Core } from '../ports/core.ts';

/** Throws URL_NOT_ALLOWED for an address that is never called: checked here, and again at every attempt. */
export async function checkUrl(
  { outbound }: Pick<Core, 'outbound'>,
  { caller }: Context,
  url: string,
  path = 'url',
): Promise<void> {
  const refusal = await outbound.refusalOf(caller.mode, url);
  if (refusal !== null)
    throw new Refusal('URL_NOT_ALLOWED', `${path}: ${refusal}`, { problems: [{ path, message: refusal }] });
}
