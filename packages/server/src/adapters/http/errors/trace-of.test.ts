import { mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { traceOf } from './trace-of.ts';

const secret = { email: 'ana@example.com', name: 'Ana Diaz', notes: 'I am pregnant' };

describe('S23 the logged form of an error', () => {
  it('holds nothing of the documents in a failed batch of writes', () => {
    const op = { ...secret, _id: 'b1' };
    const failure = new mongo.MongoBulkWriteError(
      { message: `E11000 duplicate key: ${secret.email}`, code: 11000, writeErrors: [{ err: { op } }] } as never,
      { getWriteErrors: () => [{ err: { op } }] } as never,
    );
    const text = JSON.stringify(traceOf(new Error(`after ${secret.name}`, { cause: failure })));
    for (const word of Object.values(secret)) expect(text).not.toContain(word);
    expect(traceOf(failure)).toMatchObject({ type: 'MongoBulkWriteError', code: 11000 });
  });

  it('holds no message, also when it has lines that look like calls', () => {
    const trace = traceOf(new TypeError(`no\n    at ana@example.com (secret)\n    at last`));
    expect(JSON.stringify(trace)).not.toMatch(/ana@|secret|at last/);
    expect(trace.at?.[0]).toMatch(/trace-of\.test\.ts/);
  });

  it('holds no piece of a text that was not JSON', () => {
    const parse = () => JSON.parse('{"email":"ana@example.com"');
    expect(parse).toThrow();
    try {
      parse();
    } catch (error) {
      expect(JSON.stringify(traceOf(error))).not.toContain('ana@');
    }
  });

  it('holds no code with free text', () =>
    expect(traceOf(Object.assign(new Error('x'), { code: secret.email }))).not.toHaveProperty('code'));

  it('names at least what was thrown', () => expect(traceOf('ana@example.com')).toEqual({ type: 'string' }));
});
