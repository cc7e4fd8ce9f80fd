import {
  createSession,
  createTransport,
  listCoaches,
  type Coach,
  type DraftStorage,
  type SessionStore,
} from '@coach-booking/sdk';
import { endPush } from '../push/end-push.ts';

/** A coach as an admin chooses one. */
export type CoachName = Pick<Coach, 'slug' | 'name'> & Partial<Pick<Coach, 'photo'>>;

/** The part of the SDK that the page uses; tests replace it. */
export interface PageSession extends SessionStore {
  /** Resolves to the coaches that an admin may choose from. */
  coaches(): Promise<readonly CoachName[]>;
  /** Ends push messages on this device, before the person signs out. Never rejects. */
  endPush(): Promise<void>;
}

/** Returns the storage of the page; where the browser forbids it, one that lasts as long as the page. */
function storageOf(page: Window): DraftStorage {
  try {
    return page.localStorage;
  } catch {
    return { getItem: () => null, setItem: () => {}, removeItem: () => {} };
  }
}

/** Returns the session of this page, shared by all tabs of this browser. */
export function openSession(publishableKey: string, baseUrl: string): PageSession {
  const session = createSession({ baseUrl, publishableKey, storage: storageOf(window) });
  const transport = createTransport({ baseUrl, publishableKey });
  return {
    ...session,
    endPush: () => endPush(session.token, baseUrl),
    async coaches() {
      const all: CoachName[] = [];
      for await (const { slug, name, photo } of await listCoaches(transport, { limit: 100 }))
        all.push({ slug, name, photo });
      return all;
    },
  };
}
