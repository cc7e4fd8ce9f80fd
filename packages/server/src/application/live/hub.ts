import type { Deps } from '../ports/deps.ts';
import type { Timers } from '../ports/timers.ts';
import { Channel } from './channel.ts';
import type { Listener } from './delivery.ts';

/** Milliseconds between two reads of the store. */
const POLL_INTERVAL = 300;
/** Milliseconds between two heartbeats. */
const HEARTBEAT_INTERVAL = 15_000;
/** Feeds in one query. */
const BATCH_SIZE = 500;

export interface HubDeps extends Pick<Deps, 'feeds' | 'realNow'> {
  readonly timers: Timers;
  /** Called once when the store cannot be read, until it answers again. */
  readonly onError?: (error: unknown) => void;
}

/**
 * Follows the feeds of the coaches that are watched in this process, with one query for all of them. Without watchers
 * it reads nothing.
 */
export interface Hub {
  /**
   * Sends the listener what it missed since this number (null: it is new), and all later deliveries, without gaps and
   * repetitions. Returns how to stop; null when the hub itself has stopped. Rejects when the store cannot be read.
   */
  follow(coachId: string, after: number | null, listener: Listener): Promise<(() => void) | null>;
  /** Ends everything, and notifies the listeners. */
  stop(): void;
}

/** One period of polling and heartbeats, from the first watcher until the last has left. */
interface Watch {
  isFailing: boolean;
  readonly callOffs: (() => void)[];
}

export function createHub({ feeds, realNow, timers, onError = () => undefined }: HubDeps): Hub {
  const channels = new Map<string, Channel>();
  const opening = new Map<string, Promise<unknown>>();
  /** The present period of polling; null without watchers. */
  let watch: Watch | null = null;
  let isStopped = false;

  const ask = async (some: ReadonlyMap<string, Channel>): Promise<void> => {
    const found = await feeds.since(new Map([...some].map(([coachId, { seq }]) => [coachId, seq])));
    // A channel that was closed meanwhile, and perhaps opened again, is not the one that was read for.
    for (const feed of found)
      if (channels.get(feed.coachId) === some.get(feed.coachId)) some.get(feed.coachId)?.take(feed);
  };
  const askAll = async (): Promise<void> => {
    const all = [...channels];
    for (let from = 0; from < all.length; from += BATCH_SIZE) await ask(new Map(all.slice(from, from + BATCH_SIZE)));
  };
  let polling: Promise<void> | undefined;
  /** Polls once at a time: two answers would deliver a hint twice. */
  const poll = (): Promise<void> => (polling ??= askAll().finally(() => (polling = undefined)));

  const begin = (): void => {
    if (watch) return;
    const mine: Watch = (watch = { isFailing: false, callOffs: [] });
    const [schedulePoll, scheduleHeartbeat] = [0, 1].map((place) => (milliseconds: number, run: () => void) => {
      if (watch === mine) mine.callOffs[place] = timers.after(milliseconds, run);
    }) as [Timers['after'], Timers['after']];
    const failed = (error: unknown): void => {
      if (!mine.isFailing) onError(error);
      mine.isFailing = true;
    };
    const pollOn = (): void => {
      void poll()
        .then(() => void (mine.isFailing = false), failed)
        .then(() => schedulePoll(POLL_INTERVAL, pollOn));
    };
    const beat = (): void => {
      for (const channel of channels.values()) channel.heartbeat();
      scheduleHeartbeat(HEARTBEAT_INTERVAL, beat);
    };
    schedulePoll(POLL_INTERVAL, pollOn);
    scheduleHeartbeat(HEARTBEAT_INTERVAL, beat);
  };

  const leave = (coachId: string, channel: Channel, listener: Listener): void => {
    channel.listeners.delete(listener);
    if (channel.listeners.size > 0 || channels.get(coachId) !== channel) return;
    channel.close();
    channels.delete(coachId);
    if (channels.size > 0) return;
    for (const callOff of watch?.callOffs ?? []) callOff();
    watch = null;
  };

  const open = async (coachId: string): Promise<void> => {
    const feed = await feeds.read(coachId);
    if (!isStopped) channels.set(coachId, new Channel(feed, timers, realNow));
  };
  /** Returns a coach's channel, opened once for all concurrent watchers. */
  const channelOf = async (coachId: string): Promise<Channel | null> => {
    while (!isStopped) {
      const channel = channels.get(coachId);
      if (channel) return channel;
      const opened = opening.get(coachId) ?? open(coachId).finally(() => opening.delete(coachId));
      opening.set(coachId, opened);
      await opened;
    }
    return null;
  };

  return {
    async follow(coachId, after, listener) {
      let channel = await channelOf(coachId);
      if (channel && after !== null && after > channel.seq) {
        // Another process may have published meanwhile. A poll in progress may have begun too early to see it.
        await polling?.catch(() => undefined);
        await poll();
        channel = await channelOf(coachId);
      }
      if (!channel) return null;
      const here = channel;
      for (const delivery of here.missedSince(after)) listener(delivery);
      here.listeners.add(listener);
      begin();
      return () => leave(coachId, here, listener);
    },
    stop() {
      isStopped = true;
      for (const callOff of watch?.callOffs ?? []) callOff();
      watch = null;
      for (const channel of channels.values()) {
        channel.close();
        channel.deliver({ type: 'end' });
      }
      channels.clear();
    },
  };
}
