import type { Context } from '../../src/application/kernel/context.ts';
import type { InputOf } from '../../src/application/kernel/contract.ts';
import type { World } from './world.ts';

/** A partner's server that asks for a visitor, whose address it names. */
export function serverFor(world: World, overrides: Partial<Context> & { readonly address?: string } = {}): Context {
  const { address, ...more } = overrides;
  const { caller, ...context } = world.partner();
  return {
    ...context,
    caller: { ...caller, kind: 'secret', namesVisitor: true, ...(address !== undefined && { address }) },
    ...more,
  };
}

/** A client who registered at a partner's server, with the session that this has answered. */
export async function signedUp(world: World, input: InputOf<'register'>, context = serverFor(world)) {
  return (await world.useCases.register(context, input)).data.session!;
}
