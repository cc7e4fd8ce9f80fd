import { expect } from '@open-wc/testing';
import type { CalendarEvent } from '@coach-booking/sdk';
import { requests } from '../../../test/today-stage.ts';
import { DeskLive, type LiveCalls, type Request, type Requests } from './desk-live.ts';

const turn = () => new Promise((done) => setTimeout(done));
const changed = (kind: 'booking' | 'preferences'): CalendarEvent => ({ type: 'changed', id: '1', kind, dates: [] });
const requestAt = (id: string, createdAt: string): Request => ({ ...requests[0]!, id, createdAt });

/** Follows a calendar whose requests are `waiting`. */
function follow(first: readonly Request[]) {
  const world = {
    waiting: first as readonly Request[] | Error,
    reads: 0,
    isFollowed: true,
    tell: (_: CalendarEvent): void => undefined,
    heard: [] as { total: number; fresh: readonly string[] }[],
  };
  const calls: LiveCalls = {
    requests: async (): Promise<Requests> => {
      world.reads += 1;
      if (world.waiting instanceof Error) throw world.waiting;
      return { items: world.waiting, total: world.waiting.length };
    },
    follow: (onEvent) => {
      world.tell = onEvent;
      return () => void (world.isFollowed = false);
    },
  };
  const live = new DeskLive(calls, ({ total }, fresh) => {
    world.heard.push({ total, fresh: fresh.map(({ id }) => id) });
  });
  return { world, live };
}

describe('the live updates of the desk', () => {
  it('counts the requests at first, and names those that come in later', async () => {
    const old = requestAt('a', '2028-04-01T08:00:00Z');
    const { world } = follow([old]);
    await turn();
    expect(world.heard).to.deep.equal([{ total: 1, fresh: [] }]);
    world.waiting = [requestAt('b', '2028-04-02T08:00:00Z'), old];
    world.tell(changed('booking'));
    await turn();
    expect(world.heard.at(-1)).to.deep.equal({ total: 2, fresh: ['b'] });
  });

  it('calls an older request that comes in sight no new one', async () => {
    const { world } = follow([requestAt('b', '2028-04-02T08:00:00Z')]);
    await turn();
    world.waiting = [requestAt('a', '2028-04-01T08:00:00Z')];
    world.tell({ type: 'reset', id: '' });
    await turn();
    expect(world.heard.at(-1)).to.deep.equal({ total: 1, fresh: [] });
  });

  it('reads once for changes that come while it reads, and not for those of something else', async () => {
    const { world } = follow([]);
    world.tell(changed('booking'));
    world.tell(changed('booking'));
    await turn();
    expect(world.reads).to.equal(2);
    world.tell(changed('preferences'));
    await turn();
    expect(world.reads).to.equal(2);
  });

  it('passes each change on until it is ended, and goes on after a reading that failed', async () => {
    const { world, live } = follow([]);
    const passed: string[] = [];
    const stop = live.follow(({ type }) => passed.push(type));
    await turn();
    world.waiting = new Error('away');
    world.tell(changed('booking'));
    await turn();
    world.waiting = [requestAt('a', '2028-04-01T08:00:00Z')];
    live.look();
    await turn();
    expect(world.heard.at(-1)).to.deep.equal({ total: 1, fresh: ['a'] });
    stop();
    world.tell(changed('booking'));
    expect(passed).to.deep.equal(['changed']);
    live.end();
    expect(world.isFollowed).to.equal(false);
  });
});
