import { expect, test } from 'vitest';
import { bindOperations, createClient, createHold, createTransport, listCoaches, listSlots } from './index.ts';
import type { Booking, Client, Coach, InputOf, OutputOf, Slots } from './index.ts';

/**
 * The types, right use and wrong use. The compiler is the judge here: every `@ts-expect-error` below fails the type
 * check when the line under it would pass. The functions are never called.
 */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <T extends true>(_: T[]) => undefined;

export async function rightUse(client: Client) {
  holds<Same<OutputOf<'listSlots'>, Slots>>([]);
  holds<Same<OutputOf<'getBooking'>, Booking>>([]);
  holds<Same<OutputOf<'getMetrics'>, string>>([]);
  holds<Same<InputOf<'releaseHold'>, { id: string; dryRun?: boolean; holdToken: string }>>([]);

  const page = await client.listCoaches();
  holds<Same<typeof page.items, readonly Coach[]>>([]);
  for await (const coach of page) holds<Same<typeof coach, Coach>>([]);
  await client.getHealth();
  await client.listCoaches({ specialty: 'Yoga' }, { timeout: 500, signal: new AbortController().signal });
  const slots = await client.listSlots({ coach: 'coach-a', from: '2026-04-14', to: '2026-04-15', include: 'coach' });
  holds<Same<typeof slots.nextAvailable, string | null>>([]);
  // F16: the requested field is present without a question mark.
  holds<Same<typeof slots.coach, Coach>>([]);
  const range = { coach: 'coach-a', from: '2026-04-14', to: '2026-04-15' };
  holds<Same<Awaited<ReturnType<typeof client.listSlots>>, Slots>>([]);
  holds<Same<Slots['coach'], Coach | undefined>>([]);
  (await client.listSlots(range)).coach?.name;
  (
    await bindOperations(createTransport({ publishableKey: 'pk_test_demo', baseUrl: '' }), { listSlots }).listSlots({
      ...range,
      include: 'coach',
    })
  ).coach.name;
  await client.createBooking(
    { coachId: 'x', attendee: { name: 'Ana', email: 'ana@example.com' }, dryRun: true },
    { idempotencyKey: 'k' },
  );
  await client.releaseHold({ id: 'x', holdToken: 't' });
  await client.setDateOverride({ coach: 'coach-a', date: '2026-04-14', ranges: [] });
  createClient({ publishableKey: 'pk_test_demo', baseUrl: '', bookingToken: 't' });
  createTransport({ bookingToken: 't', baseUrl: '' });
  createTransport({ session: () => null, baseUrl: '' });
  createTransport({ session: async (asked) => asked?.refused ?? 'token', baseUrl: '' });
  const { keys } = await client.getKeySet();
  holds<Same<(typeof keys)[number]['kid'], string>>([]);
  const day = await client.listUpcoming({ coach: 'me', limit: 3 });
  holds<Same<(typeof day.items)[number]['timeUntil'], string>>([]);
}

export async function wrongUse(client: Client) {
  // @ts-expect-error: a key is needed
  createClient({ baseUrl: '' });
  // @ts-expect-error: one key, not two
  createClient({ baseUrl: '', publishableKey: 'pk_test_demo', secretKey: 'sk_test_demo' });
  // @ts-expect-error: a secret key opens every booking, so a manage token beside it is a mistake
  createClient({ baseUrl: '', secretKey: 'sk_test_demo', bookingToken: 't' });
  // @ts-expect-error: a person or a partner, not both
  createClient({ baseUrl: '', publishableKey: 'pk_test_demo', session: () => null });
  // @ts-expect-error: a session is a function, since tokens last minutes
  createTransport({ baseUrl: '', session: 'token' });
  // @ts-expect-error: the origin of the server is needed
  createClient({ publishableKey: 'pk_test_demo' });
  // @ts-expect-error: from and to are needed
  await client.listSlots({ coach: 'coach-a' });
  // @ts-expect-error: the input is needed
  await client.getCoach();
  // @ts-expect-error: a name the contract does not have
  await client.getCoach({ coach: 'coach-a', colour: 'red' });
  // @ts-expect-error: not one of the values
  await client.listSlots({ coach: 'coach-a', from: '2026-04-14', to: '2026-04-15', statuses: 'some' });
  // @ts-expect-error: a boolean, not the text of the query
  await client.createHold({ coachId: 'x', serviceId: 'x', start: 'x', dryRun: 'true' });
  // @ts-expect-error: the clock is a matter of the transport
  await client.getCoach({ coach: 'coach-a', 'X-Test-Now': '2026-04-14T00:00:00Z' });
  // @ts-expect-error: the token proves the hold
  await client.releaseHold({ id: 'x' });
  // @ts-expect-error: an operation that was not bound
  bindOperations(createTransport({ publishableKey: 'pk_test_demo', baseUrl: '' }), { createHold }).listSlots;
  // @ts-expect-error: the transport comes first
  await listSlots({ coach: 'coach-a', from: '2026-04-14', to: '2026-04-15' });
  // @ts-expect-error: a page is not an array
  (await client.listCoaches()).map((coach) => coach);
}

test('has the functions whose types are checked above', () => {
  expect([listCoaches, createHold].map((call) => typeof call)).toEqual(['function', 'function']);
});
