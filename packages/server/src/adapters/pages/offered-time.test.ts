import { expect, it } from 'vitest';
import { offeredIn } from './offered-time.ts';

const coach = { services: ['665f00000000000000000011', 'strength-60'] };

it.each([
  [{ service: 'strength-60', start: '2026-04-14T13:00:00Z' }, ['strength-60', '2026-04-14T13:00:00Z']],
  [{ service: coach.services[0], start: '2026-04-14T13:00:00.000Z' }, [coach.services[0], '2026-04-14T13:00:00.000Z']],
  [{}, ['', '']],
  [{ service: 'gone', start: '2026-04-14' }, ['', '']],
  [{ service: ['strength-60'], start: ['2026-04-14T13:00:00Z'] }, ['', '']],
  [{ start: '2026-13-45T13:00:00Z' }, ['', '']],
  [{ start: '"><script>' }, ['', '']],
])('takes from the query %j a service that is offered, and an instant', (query, [service, start]) => {
  expect(offeredIn(query, coach)).toEqual({ service, start });
});
