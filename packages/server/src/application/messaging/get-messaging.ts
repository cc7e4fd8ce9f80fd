import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { defaultMessaging } from './cached-messaging.ts';
import { messagingView } from './messaging-view.ts';

/** Returns how messages of the caller's partner and mode go. */
export const getMessaging: UseCase<'getMessaging', Pick<Core, 'messaging' | 'publicUrl'>> =
  (core) => async (context) => ({
    data: messagingView(core, (await core.messaging.of(scopeOf(context))) ?? defaultMessaging),
  });
