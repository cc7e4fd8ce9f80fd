import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { onlyInTests } from './test-mode.ts';

/** Lets the next messages of a channel fail in mode test. Throws ROUTE_NOT_FOUND with a live key. */
export const failTestProvider: UseCase<'failTestProvider', Pick<Core, 'testMessages'>> =
  ({ testMessages }) =>
  async (context, { provider, kind, times }) => {
    onlyInTests(context);
    if (!context.dryRun) await testMessages.failNext(scopeOf(context), provider, kind, times);
    return { data: { provider, kind, times } };
  };
