import { atom } from 'nanostores';
import { learnZones, type Coach } from '@coach-booking/sdk';
import { Loader } from '../reading/loader.ts';
import { PartnerEditor } from './partner-editor.ts';
import type { ShownSecret } from './secret-once.ts';
import type { AdminView } from './view.ts';

type ViewOptions = Pick<AdminView, 'calls' | 'session' | 'publishableKey' | 'say' | 'format' | 'dir'>;

/**
 * Returns the view that the sections share while one admin is signed in. The coaches are read at once, since most
 * sections name them.
 */
export function viewFor(given: ViewOptions): AdminView {
  const coaches = new Loader<readonly Coach[]>();
  void coaches.load(async (signal) => {
    const all: Coach[] = [];
    for await (const coach of await given.calls.listCoaches({ limit: 100 }, { signal })) all.push(coach);
    return all;
  });
  const { calls, format } = given;
  return {
    ...given,
    coaches,
    offsets: calls.getMe({ timeZone: format.timeZone }).then(
      ({ zones }) => learnZones(zones),
      () => undefined,
    ),
    editor: new PartnerEditor(given.calls),
    $newKey: atom<ShownSecret | null>(null),
    $person: atom(''),
  };
}
