import type { User } from '@coach-booking/sdk';
import { atom } from 'nanostores';
import type { PageSession } from '../src/sign-in/session.ts';
import { account } from './admin-stage.ts';

/** Returns the session of a page, with the signed-in person or null; a person who signs in is a coach. */
export function sessionOf(user: User | null): PageSession {
  return {
    $session: atom(user),
    signIn: async () => account('coach'),
    signInWithCode: async () => account('coach'),
    lacksSecondFactor: () => false,
    endPush: async () => undefined,
    signOut: async () => undefined,
    token: async () => 'token',
    coaches: async () => [
      { slug: 'coach-a', name: 'Coach A' },
      { slug: 'coach-b', name: 'Coach B' },
    ],
  };
}
