import { expect } from '@open-wc/testing';
import type { CalendarEvent, CalendarWatch } from '@coach-booking/sdk';
import { waitUntil } from '../../test/wait-until.ts';
import { followWithOneStream } from './one-stream.ts';

type Handlers = Parameters<CalendarWatch>[1];
const changed = (id: string): CalendarEvent => ({ type: 'changed', id, kind: 'booking', dates: ['2028-04-12'] });

describe('V11 one stream for all calendars of a browser', () => {
  const ends: (() => void)[] = [];
  afterEach(() => ends.splice(0).forEach((end) => end()));

  /** Returns calendars of one browser, of these coaches, and the streams that they opened. */
  function given(...coaches: readonly string[]) {
    const streams: { coach: string; after: string | undefined; handlers: Handlers; ended: boolean }[] = [];
    const watch: CalendarWatch = (({ coach, lastEventId }, handlers) => {
      const stream = { coach, after: lastEventId, handlers, ended: false };
      streams.push(stream);
      return () => void (stream.ended = true);
    }) as CalendarWatch;
    const name = `https://${Math.random()}.example`;
    const heard = coaches.map(() => [] as string[]);
    const stops = coaches.map((coach, i) => {
      const handlers = { onEvent: (event: CalendarEvent) => void heard[i]!.push(`${event.type} ${event.id}`) };
      return followWithOneStream(name, watch, { coach, lastEventId: '1' }, handlers, undefined, 50);
    });
    ends.push(...stops);
    return { streams, heard, stops };
  }

  it('opens one stream for six calendars, which all receive a change', async () => {
    const { streams, heard } = given(...Array<string>(6).fill('coach-a'));
    await waitUntil(() => streams.length > 0, 'a stream is opened');
    streams[0]!.handlers.onState?.('live');
    streams[0]!.handlers.onEvent(changed('2'));
    await waitUntil(() => heard.every((one) => one.includes('changed 2')), 'all hear of it');
    expect(streams).to.have.length(1);
  });

  it('reads a calendar of another coach at intervals, without a change of the first', async () => {
    const { streams, heard } = given('coach-a', 'coach-b');
    await waitUntil(() => streams.length > 0, 'a stream is opened');
    streams[0]!.handlers.onState?.('live');
    streams[0]!.handlers.onEvent(changed('2'));
    await waitUntil(() => heard[1]!.length > 1, 'the other looks');
    expect(heard[1]!.every((one) => one === 'reset ')).to.equal(true);
    expect(heard[0]!.at(-1)).to.equal('changed 2');
  });

  it('opens a stream for another calendar when the first is closed, after the last event received', async () => {
    const { streams, heard, stops } = given('coach-a', 'coach-a');
    await waitUntil(() => streams.length > 0, 'a stream is opened');
    streams[0]!.handlers.onState?.('live');
    streams[0]!.handlers.onEvent(changed('7'));
    await waitUntil(() => heard.every((one) => one.includes('changed 7')), 'both hear of it');
    stops[0]!();
    await waitUntil(() => streams.length > 1, 'the second streams');
    expect(streams[0]!.ended).to.equal(true);
    expect(streams[1]!.after).to.equal('7');
  });

  it('reads at intervals where its stream is refused or broken', async () => {
    const { streams, heard } = given('coach-a');
    await waitUntil(() => streams.length > 0, 'a stream is opened');
    streams[0]!.handlers.onState?.('live');
    streams[0]!.handlers.onState?.('offline');
    await waitUntil(() => heard[0]!.includes('reset '), 'it looks');
  });
});
