import type { Deps } from '../ports/deps.ts';
import type { Timers } from '../ports/timers.ts';
import { Channel } from './channel.ts';
import type { Listener } from './delivery.ts';

/** Milliseconds between two looks at the store. */
const POLL_INTERVAL = 300;
/** Milliseconds between two beats. */
const HEARTBEAT_INTERVAL = 15_000;
/** Feeds that one query asks for. */
const BATCH_SIZE = 500;

export interface HubDeps extends Pick<Deps, 'feeds' | 'realNow'> {
  readonly timers: Timers;
  /** The store could not be asked; told once until it answers again. */
  readonly onError?: (error: unknown) => void;
}

/**
 * Follows the feeds of the coaches that somebody watches in this process, with one query for all of them. When nobody
 * watches it asks nothing.
 */
export interface Hub {
  /**
   * Tells the listener what it missed since this number (null: it just came), and from then on what comes. Nothing is
   * left out and nothing comes twice. Answers how to stop; null when the hub itself has stopped. Rejects when the store
   * cannot be asked.
   */
  follow(coachId: string, after: number | null, listener: Listener): Promise<(() => void) | null>;
  /** Ends all there is, and says so to those who listen. */
  stop(): void;
}

/** One stretch of looking and beating, from the first who comes until the last has left. */
interface Watch {
  isFailing: boolean;
  readonly callOffs: (() => void)[];
}

export function createHub({ feeds, realNow, timers, onError = () => undefined }: HubDeps): Hub {
  const channels = new Map<string, Channel>();
  const opening = new Map<string, Promise<unknown>>();
  /** The present stretch of looking and beating; null while nobody watches. */
  let watch: Watch | null = null;
  let isStopped = false;

  const ask = async (some: ReadonlyMap<string, Channel>): Promise<void> => {
    const found = await feeds.since(new Map([...some].map(([coachId, { seq }]) => [coachId, seq])));
    // One that was left meanwhile, and perhaps opened anew, is not the one that was asked for.
    for (const feed of found)
      if (channels.get(feed.coachId) === some.get(feed.coachId)) some.get(feed.coachId)?.take(feed);
  };
  const askAll = async (): Promise<void> => {
    const all = [...channels];
    for (let from = 0; from < all.length; from += BATCH_SIZE) await ask(new Map(all.slice(from, from + BATCH_SIZE)));
  };
  let looking: Promise<void> | undefined;
  /** One look at a time: the answers to two would tell a hint twice. */
  const look = (): Promise<void> => (looking ??= askAll().finally(() => (looking = undefined)));

  const begin = (): void => {
    if (watch) return;
    const mine: Watch = (watch = { isFailing: false, callOffs: [] });
    const [lookAgain, beatAgain] = [0, 1].map((place) => (milliseconds: number, run: () => void) => {
      if (watch === mine) mine.callOffs[place] = timers.after(milliseconds, run);
    }) as [Timers['after'], Timers['after']];
    const failed = (error: unknown): void => {
      if (!mine.isFailing) onError(error);
      mine.isFailing = true;
    };
    const lookOn = (): void => {
      void look()
        .then(() => void (mine.isFailing = false), failed)
        .then(() => lookAgain(POLL_INTERVAL, lookOn));
    };
    const beat = (): void => {
      for (const channel of channels.values()) channel.beat();
      beatAgain(HEARTBEAT_INTERVAL, beat);
    };
    lookAgain(POLL_INTERVAL, lookOn);
    beatAgain(HEARTBEAT_INTERVAL, beat);
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
  /** A coach's channel, opened once for all who come at the same time. */
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
        // Another process may have been faster to hear of it. A look that is under way may have begun too early to
        // tell.
        await looking?.catch(() => undefined);
        await look();
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
        channel.tell({ type: 'end' });
      }
      channels.clear();
    },
  };
}
