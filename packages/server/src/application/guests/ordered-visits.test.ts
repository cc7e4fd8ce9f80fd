import { expect, it } from 'vitest';
import { NOW, PARTNER, createWorld } from '../../../test/application/world.ts';
import { createOrderedVisits } from './ordered-visits.ts';

const SCOPE = { partnerId: PARTNER, mode: 'live' } as const;
const visit = (bookingId: string, mark = 'm') => ({ ...SCOPE, bookingId, coachId: 'c', mark, at: NOW });

/** Returns visits whose writes end in the order of `end`, and the ids in the order in which writes began. */
const given = () => {
  const { visits } = createWorld().deps;
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const slow = createOrderedVisits({
    ...visits,
    async note(each) {
      begun.push(each.bookingId);
      await new Promise<void>((resolve, reject) =>
        ends.set(each.bookingId, (error) => (error ? reject(error) : resolve())),
      );
      await visits.note(each);
    },
  });
  return { slow, begun, end: (id: string, error?: Error) => ends.get(id)!(error) };
};

it('writes the visits of one address one after another, each later than the one before', async () => {
  const { slow, begun, end } = given();
  const notes = ['b', 'a'].map((id) => slow.note(visit(id)));
  await Promise.resolve();
  expect(begun).toEqual(['b']);
  end('b');
  await notes[0];
  await expect.poll(() => begun).toEqual(['b', 'a']);
  end('a');
  await notes[1];
  const found = await slow.fromAddress(SCOPE, 'm', NOW, 10);
  expect(found.map(({ bookingId, at }) => [bookingId, at - NOW])).toEqual([
    ['b', 0],
    ['a', 1],
  ]);
});

it('lets no address wait for another', async () => {
  const { slow, begun, end } = given();
  const notes = [slow.note(visit('a')), slow.note(visit('b', 'other'))];
  await expect.poll(() => begun).toEqual(['a', 'b']);
  ['a', 'b'].forEach((id) => end(id));
  await Promise.all(notes);
});

it('writes the next visit of an address after one that failed', async () => {
  const { slow, begun, end } = given();
  const [failed, next] = [slow.note(visit('a')), slow.note(visit('b'))];
  await expect.poll(() => begun).toEqual(['a']);
  end('a', new Error('The store is gone.'));
  await expect(failed).rejects.toThrow('The store is gone.');
  await expect.poll(() => begun).toEqual(['a', 'b']);
  end('b');
  await next;
});
