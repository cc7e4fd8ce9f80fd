import { present } from '../kernel/present.ts';
import type { InputOf } from '../kernel/contract.ts';
import type { Mode } from '../kernel/context.ts';
import type { Partner } from '../ports/partners.ts';

type CapsPatch = NonNullable<InputOf<'updatePartner'>['guestCaps']>;

/** Returns the caps of both modes after a change of one: given fields are merged; null resets to the server's. */
export function withCaps(
  caps: Partner['guestCaps'],
  mode: Mode,
  patch: CapsPatch | null,
): NonNullable<Partner['guestCaps']> {
  const { [mode]: old, ...other } = caps ?? {};
  return patch === null ? other : { ...other, [mode]: { ...old, ...present(patch) } };
}
