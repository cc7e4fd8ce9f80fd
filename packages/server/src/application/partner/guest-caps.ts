import { present } from '../kernel/present.ts';
import type { InputOf } from '../kernel/contract.ts';
import type { Mode } from '../kernel/context.ts';
import type { Partner } from '../ports/partners.ts';

type CapsPatch = NonNullable<InputOf<'updatePartner'>['guestCaps']>;

/**
 * What is set for both modes once this is set for one: what is given joins what was; null goes back to what the server
 * says.
 */
export function withCaps(
  caps: Partner['guestCaps'],
  mode: Mode,
  patch: CapsPatch | null,
): NonNullable<Partner['guestCaps']> {
  const { [mode]: old, ...other } = caps ?? {};
  return patch === null ? other : { ...other, [mode]: { ...old, ...present(patch) } };
}
