import type { Context } from '../../src/application/kernel/context.ts';
import type { InputOf } from '../../src/application/kernel/contract.ts';
import type { World } from './world.ts';

/** Returns the context of a partner's server that acts for a visitor, and names the address. */
export function serverFor(world: World, overrides: Partial<Context> & { readonly address?: string } = {}): Context {
  const { address, ...more } = overrides;
  const { caller, ...context } = world.partner();
  return {
    ...context,
    caller: { ...caller, kind: 'secret', namesVisitor: true, ...(address !== undefined && { address }) },
    ...more,
  };
}

/** Registers a client at a partner's server, and returns the answered session. */
export async function signedUp(world: World, input: InputOf<'register'>, context = serverFor(world)) {
  return (await world.useCases.register(context, input)).data.session!;
}
