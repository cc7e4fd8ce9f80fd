import { expect, test } from 'vitest';
import { givenWeek, since } from '../../test/flows/given-calendar-flow.ts';
import { offline } from '../../test/flows/world.ts';
import { exampleOf } from '../testing/fixtures.ts';

const [client] = exampleOf('listClients') as unknown as [Record<string, unknown>];
const [lead] = exampleOf('listLeads') as unknown as [Record<string, unknown>];
const page = (...items: object[]) => ({ items, nextCursor: null });

test('M7 finds clients first, then leads without an account, and stores nothing of them', async () => {
  const world = await givenWeek();
  const before = world.state();
  const asked = since(world);
  const finding = world.flow.findPeople(' ana ');
  expect(asked()).toEqual(['listClients', 'listLeads']);
  expect(world.last('listLeads').input).toEqual({ coach: 'coach-a', q: 'ana', limit: 6 });
  await world.last('listClients').answer(page(client));
  const { email: _, ...nameless } = lead;
  await world.last('listLeads').answer(page({ ...lead, id: 'x', clientId: client['id'] }, { ...nameless, id: 'y' }));
  expect(await finding).toEqual([
    { kind: 'client', id: client['id'], name: 'Ana Diaz', email: 'ana@example.com' },
    { kind: 'lead', id: 'y', name: 'Ana Diaz', phone: '+12125550100' },
  ]);
  expect(world.state()).toBe(before);
});

test('M7 does not search without a letter, aborts a search for another, and reports a failure', async () => {
  const world = await givenWeek();
  expect(await world.flow.findPeople(' ')).toEqual([]);
  const first = world.flow.findPeople('an');
  const second = world.flow.findPeople('ana');
  expect(await first).toBeNull();
  await world.last('listClients').fail(offline);
  expect(await second).toBeNull();
  expect(world.state()).toMatchObject({ phase: 'ready', problem: null });
});

test('finds bookings of any time by a part of the name, the newest start first', async () => {
  const world = await givenWeek();
  const [booking] = exampleOf('listCoachBookings') as unknown as [Record<string, unknown>];
  const asked: unknown[] = [];
  Object.assign(world.client, { listCoachBookings: async (input: object) => (asked.push(input), page(booking)) });
  expect(await world.flow.findBookings(' ana ')).toEqual([booking]);
  expect(asked).toEqual([{ coach: 'coach-a', q: 'ana', order: 'desc', limit: 12 }]);
});

test('reports that bookings could not be searched, and searches nothing without a letter', async () => {
  const world = await givenWeek();
  expect(await world.flow.findBookings(' ')).toEqual([]);
  Object.assign(world.client, { listCoachBookings: () => Promise.reject(offline) });
  expect(await world.flow.findBookings('ana')).toBeNull();
  expect(world.state()).toMatchObject({ phase: 'ready', problem: null });
});
