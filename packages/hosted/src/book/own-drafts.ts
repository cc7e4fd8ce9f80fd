import type { DraftStorage } from '@coach-booking/sdk';

/** Holds the id of the client for whom the widgets of this tab keep drafts. */
const OWNER = 'coach-booking:client';

/** The items of widgets, in the storage of the tab. */
const DRAFT = /^coach-booking:\d+:/;

/** The storage of the tab. */
export type TabStorage = DraftStorage & Pick<Storage, 'length' | 'key'>;

/**
 * Removes what widgets keep in this tab unless it is of this person: neither a guest's empty form nor what another
 * client typed is shown to the one who is signed in now. Null is a visitor without an account.
 */
export function keepDraftsOf(person: string | null, storage: TabStorage): void {
  try {
    if (storage.getItem(OWNER) === person) return;
    const names = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
    for (const name of names) if (DRAFT.test(name)) storage.removeItem(name);
    if (person === null) storage.removeItem(OWNER);
    else storage.setItem(OWNER, person);
  } catch {
    // Where the storage is forbidden, widgets keep nothing either.
  }
}
