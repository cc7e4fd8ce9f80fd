import { describe, expect, it } from 'vitest';
import { breaks } from '../../scripts/compatibility/breaks.mjs';
import { contractFacts } from '../../scripts/compatibility/contract-facts.mjs';

const booking = {
  type: 'object',
  required: ['id', 'status'],
  properties: {
    id: { type: 'string' },
    status: { type: 'string', enum: ['pending', 'confirmed'] },
    note: { type: 'string' },
    replaces: { $ref: '#/components/schemas/Booking' },
  },
};
const input = {
  type: 'object',
  required: ['start'],
  properties: { start: { type: 'string', format: 'date-time' }, note: { type: 'string' } },
};

/** A contract of one operation; what is given takes the place of its parts. */
const contract = ({
  answered = booking as object,
  sent = input as object,
  parameters = [] as object[],
  id = 'createBooking',
  path = '/bookings',
} = {}) => ({
  paths: {
    [path]: {
      post: {
        operationId: id,
        parameters,
        requestBody: { required: true, content: { 'application/json': { schema: sent } } },
        responses: {
          201: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Booking' } } } },
          409: { content: { 'application/json': { schema: { type: 'object' } } } },
        },
      },
    },
  },
  components: { schemas: { Booking: answered, ErrorCode: { type: 'string', enum: ['SLOT_TAKEN'] } } },
});

const released = contractFacts(contract());
const brokenBy = (next: Parameters<typeof contract>[0]) => breaks(released, contractFacts(contract(next)));
const without = (schema: typeof booking | typeof input, name: string) => ({
  ...schema,
  required: schema.required.filter((each) => each !== name),
  properties: Object.fromEntries(Object.entries(schema.properties).filter(([each]) => each !== name)),
});
const withProperty = (schema: typeof booking | typeof input, name: string, property: object) => ({
  ...schema,
  properties: { ...schema.properties, [name]: property },
});

describe('the check for breaking changes', () => {
  it('finds nothing in a contract that did not change, or that only lets callers do and know more', () => {
    expect(brokenBy({})).toEqual([]);
    expect(
      brokenBy({
        answered: withProperty(booking, 'colour', { type: 'string' }),
        sent: withProperty(input, 'colour', { type: 'string' }),
      }),
    ).toEqual([]);
    expect(
      brokenBy({ sent: { ...input, required: [] }, answered: { ...booking, required: [...booking.required, 'note'] } }),
    ).toEqual([]);
    expect(brokenBy({ parameters: [{ in: 'query', name: 'dryRun', schema: { type: 'boolean' } }] })).toEqual([]);
  });

  it.each<[change: string, next: Parameters<typeof contract>[0], found: string]>([
    ['an operation that is gone', { id: 'book' }, 'gone: createBooking is POST /bookings'],
    ['an address that moved', { path: '/sessions' }, 'gone: createBooking is POST /bookings'],
    [
      'an answer without a field',
      { answered: without(booking, 'note') },
      'gone: answers Booking.note is there sometimes',
    ],
    [
      'an answer that may lack a field',
      { answered: { ...booking, required: ['id'] } },
      'gone: answers Booking.status is there always',
    ],
    [
      'an answer of another type',
      { answered: withProperty(booking, 'id', { type: 'integer' }) },
      'gone: answers Booking.id is string',
    ],
    [
      'a value that is known no more',
      { answered: withProperty(booking, 'status', { type: 'string', enum: ['confirmed'] }) },
      'gone: answers Booking.status knows "pending"',
    ],
    [
      'a field that is taken no more',
      { sent: without(input, 'note') },
      'gone: createBooking takes body.note may be sent',
    ],
    [
      'a field that has to be sent now',
      { sent: { ...input, required: ['start', 'note'] } },
      'new: must send createBooking takes body.note',
    ],
    [
      'a new field that has to be sent',
      { sent: { ...withProperty(input, 'colour', { type: 'string' }), required: ['start', 'colour'] } },
      'new: must send createBooking takes body.colour',
    ],
    [
      'a new parameter that has to be sent',
      { parameters: [{ in: 'header', name: 'X-Wish', required: true, schema: { type: 'string' } }] },
      'new: must send createBooking takes header.X-Wish',
    ],
  ])('finds %s', (_title, next, found) => {
    expect(brokenBy(next)).toContain(found);
  });

  it('lets a new operation require any input', () => {
    const next = contract();
    const more = {
      ...next,
      paths: { ...next.paths, '/wishes': { post: { ...next.paths['/bookings']!.post, operationId: 'createWish' } } },
    };
    expect(breaks(released, contractFacts(more))).toEqual([]);
  });
});
