import type { Context } from '../../src/application/kernel/context.ts';
import type { InputOf } from '../../src/application/kernel/contract.ts';
import { signedUp } from './signed-up.ts';
import type { World } from './world.ts';

/** A client's account, with what they send their requests as. */
export async function givenClient(world: World, overrides: Partial<InputOf<'register'>> = {}) {
  const { user } = await signedUp(world, {
    name: 'Ana Diaz',
    email: 'ana@example.com',
    password: 'correct horse battery',
    timeZone: 'UTC',
    ...overrides,
  });
  const me = (more: Partial<Context> = {}): Context => world.person({ userId: user.id, role: 'client' }, more);
  return { ...user, me };
}

/** Books an hour as the client. */
export async function bookAs(
  world: World,
  client: { me(): Context },
  coach: { readonly coachId: string; readonly serviceId: string | undefined },
  start: string,
) {
  return (
    await world.useCases.createBooking(client.me(), { coachId: coach.coachId, serviceId: coach.serviceId!, start })
  ).data;
}

/** Returns the context of a coach or a member of staff. */
export function asCoach(world: World, { coachId }: { readonly coachId: string }, more: Partial<Context> = {}): Context {
  return world.person({ userId: 'c'.repeat(24), role: 'coach', coachId }, more);
}
export function asStaff(world: World, { coachId }: { readonly coachId: string }): Context {
  return world.person({ userId: '5'.repeat(24), role: 'staff', coachId, staffId: '6'.repeat(24) });
}
