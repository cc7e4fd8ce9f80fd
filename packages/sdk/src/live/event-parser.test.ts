import { expect, test } from 'vitest';
import { eventParser } from './event-parser.ts';
import type { ServerEvent } from './event-parser.ts';

function parsed(...pieces: string[]): ServerEvent[] {
  const events: ServerEvent[] = [];
  const parse = eventParser((event) => events.push(event));
  for (const piece of pieces) parse(piece);
  return events;
}

const changed = { id: '42', event: 'changed', data: '{"dates":[]}' };

test.each([
  ['LF', '\n'],
  ['CRLF', '\r\n'],
  ['CR', '\r'],
])('parses an event whose lines end in %s', (_, end) => {
  const text = ['id: 42', 'event: changed', 'data: {"dates":[]}', '', ': done', ''].join(end);
  expect(parsed(text)).toEqual([changed]);
});

test('parses an event that arrives in pieces', () => {
  const text = 'id: 42\r\nevent: changed\r\ndata: {"dates":[]}\r\n\r\nid: 43\r\ndata: é\r\n\r\n';
  const whole = parsed(text);
  expect(whole).toEqual([changed, { id: '43', event: 'message', data: 'é' }]);
  for (let cut = 0; cut <= text.length; cut++) expect(parsed(text.slice(0, cut), text.slice(cut))).toEqual(whole);
  expect(parsed(...text)).toEqual(whole);
});

test('joins several data lines to one text', () => {
  expect(parsed('data: a\ndata:\ndata:  b\ndata\n\n')).toMatchObject([{ data: 'a\n\n b\n' }]);
});

test('ignores comments and unknown fields', () => {
  expect(parsed(': hello\nretry: 3000\nfoo: bar\ndata: x\n\n')).toMatchObject([{ event: 'message', data: 'x' }]);
});

test('keeps an id until another is sent, also when it was sent without data', () => {
  expect(parsed('id: 7\n\ndata: a\n\ndata: b\n\nid\ndata: c\n\n').map(({ id }) => id)).toEqual(['7', '7', '']);
});

test('forgets the name of an event after it', () => {
  expect(parsed('event: changed\ndata: a\n\ndata: b\n\n').map(({ event }) => event)).toEqual(['changed', 'message']);
});

test('ignores an unfinished event', () => {
  expect(parsed('data: a\n')).toEqual([]);
});
