import { describe, expect, it } from 'vitest';
import { compareAndSet, refuseConflict } from './compare-and-set.ts';

interface Row {
  readonly version: number;
  readonly text: string;
}

/** Creates a stored row of which others write the next version before each of `faster` writes. */
const storedRow = (faster: number) => {
  let row: Row = { version: 1, text: 'a' };
  let left = faster;
  const counts = { reads: 0, writes: 0 };
  return {
    counts,
    read: async () => ((counts.reads += 1), row),
    write: async (next: Row, expectedVersion: number) => {
      counts.writes += 1;
      if (left > 0) row = { version: row.version + 1, text: `${row.text}${left--}` };
      if (row.version !== expectedVersion) return null;
      return (row = next);
    },
  };
};

const append = (stored: ReturnType<typeof storedRow>, tries?: number) =>
  compareAndSet<Row, Row>({
    read: stored.read,
    write: ({ version, text }) => stored.write({ version: version + 1, text: `${text}!` }, version),
    otherwise: (last) => refuseConflict('Others keep writing this row.', last),
    ...(tries === undefined ? {} : { tries }),
  });

const conflict = (version: number) => ({
  code: 'VERSION_CONFLICT',
  detail: 'Others keep writing this row.',
  details: { version },
});

describe('compareAndSet', () => {
  it('reads once and writes once without other writers', async () => {
    const stored = storedRow(0);
    expect(await append(stored)).toEqual({ version: 2, text: 'a!' });
    expect(stored.counts).toEqual({ reads: 1, writes: 1 });
  });

  it('applies the change again to what a faster writer wrote', async () => {
    const stored = storedRow(2);
    expect(await append(stored)).toEqual({ version: 4, text: 'a21!' });
    expect(stored.counts).toEqual({ reads: 3, writes: 3 });
  });

  it('succeeds in the fifth attempt, and gives up after it', async () => {
    expect((await append(storedRow(4))).version).toBe(6);
    const stored = storedRow(5);
    await expect(append(stored)).rejects.toMatchObject(conflict(5));
    expect(stored.counts).toEqual({ reads: 5, writes: 5 });
  });

  it.each([1, 3, 25])('gives up after %i attempts when configured so', async (tries) => {
    const stored = storedRow(100);
    await expect(append(stored, tries)).rejects.toMatchObject(conflict(tries));
    expect(stored.counts).toEqual({ reads: tries, writes: tries });
  });

  it('makes the first attempt on what the caller has read already', async () => {
    const seen: string[] = [];
    const write = async (text: string) => (seen.push(text), text === 'read' ? 'written' : null);
    const otherwise = () => refuseConflict('Others keep writing.');
    expect(await compareAndSet({ first: 'given', read: async () => 'read', write, otherwise })).toBe('written');
    expect(seen).toEqual(['given', 'read']);
  });

  it('takes a null that the caller has read as stored', async () => {
    const read = () => Promise.reject(new Error('It was read already.'));
    const write = async (row: Row | null) => row === null;
    expect(await compareAndSet({ first: null, read, write, otherwise: () => false })).toBe(true);
  });

  it('returns false and undefined, which do not mean a faster writer', async () => {
    const read = async () => 1;
    expect(await compareAndSet<number, boolean>({ read, write: async () => false, otherwise: () => true })).toBe(false);
    expect(
      await compareAndSet<number, undefined>({ read, write: async () => undefined, otherwise: () => undefined }),
    ).toBeUndefined();
  });

  it('returns the result of otherwise after the last attempt', async () => {
    expect(
      await compareAndSet({ read: async () => 7, write: async () => null, otherwise: (last) => `too slow at ${last}` }),
    ).toBe('too slow at 7');
  });

  it('throws what reading, changing or writing throws, without another attempt', async () => {
    const stored = storedRow(0);
    const failing = compareAndSet<Row, Row>({
      ...stored,
      write: () => Promise.reject(new Error('no connection')),
      otherwise: (row) => row,
    });
    await expect(failing).rejects.toThrow('no connection');
    expect(stored.counts.reads).toBe(1);
    const unread = compareAndSet({
      read: () => Promise.reject(new Error('not found')),
      write: async () => 1,
      otherwise: () => 1,
    });
    await expect(unread).rejects.toThrow('not found');
  });
});

describe('refuseConflict', () => {
  it('names the stored version where it is known, and nothing else of what is stored', () => {
    expect(() => refuseConflict('Others keep writing.', { version: 3, secret: 's' } as { version: number })).toThrow(
      expect.objectContaining({ code: 'VERSION_CONFLICT', details: { version: 3 } }),
    );
    expect(() => refuseConflict('Others keep writing.')).toThrow(expect.objectContaining({ details: undefined }));
  });
});
