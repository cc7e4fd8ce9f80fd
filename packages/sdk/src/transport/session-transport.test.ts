import { expect, test } from 'vitest';
import { getMe, watchCalendar } from '../index.ts';
import { settle } from '../../test/flows/world.ts';
import { answered, fakeFetch } from '../testing/fake-fetch.ts';
import { problem } from '../testing/problem.ts';
import { createSessionTransport } from './session-transport.ts';

const given = (...answers: Parameters<typeof fakeFetch>) => {
  const fake = fakeFetch(...answers);
  const tokens = ['old', 'new'];
  const session = () => tokens.shift() ?? null;
  return {
    transport: createSessionTransport({ baseUrl: 'https://book.example', fetch: fake.fetch, session }),
    sent: fake.sent,
  };
};

test('sends the token of the session, and the next one where that was refused', async () => {
  const { transport, sent } = given(problem('SESSION_EXPIRED'), answered({ id: 'me' }));
  expect(await getMe(transport)).toEqual({ id: 'me' });
  expect(sent.map(({ headers }) => headers.get('Authorization'))).toEqual(['Bearer old', 'Bearer new']);
});

test('asks once more, with the reason, for a token that has no form of one, and never in a loop', async () => {
  const asked: unknown[] = [];
  const fake = fakeFetch(problem('KEY_INVALID'), problem('KEY_INVALID'));
  const session = (refusal?: object) => (asked.push(refusal), refusal ? 'malformed too' : 'malformed');
  const transport = createSessionTransport({ baseUrl: 'https://book.example', fetch: fake.fetch, session });
  await expect(getMe(transport)).rejects.toMatchObject({ name: 'AuthenticationError', code: 'KEY_INVALID' });
  expect(asked).toEqual([undefined, { expired: true, refused: 'malformed' }]);
  expect(fake.sent).toHaveLength(2);
});

test('rejects with the class of the refusal', async () => {
  const { transport } = given(problem('FORBIDDEN'));
  await expect(getMe(transport)).rejects.toMatchObject({ name: 'ForbiddenError', code: 'FORBIDDEN' });
});

test('returns streams unread', async () => {
  const { transport } = given(new Response('id: 1\nevent: reset\ndata: {}\n\n'));
  const events: unknown[] = [];
  const stop = watchCalendar(transport, { coach: 'me' }, { onEvent: (event) => events.push(event) });
  await settle();
  stop();
  expect(events).toEqual([{ type: 'reset', id: '1' }]);
});
