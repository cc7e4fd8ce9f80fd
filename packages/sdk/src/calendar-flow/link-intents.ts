import type { FlowCore } from './core.ts';
import { toCalendarProblem } from './problem.ts';
import type { CalendarFlowIntents } from './state.ts';

/**
 * Returns the intent on a booking's manage link. Its answer is not kept in the state, since a new link is returned only
 * once; and its problem stands beside it, since another attempt from elsewhere would make a link that is never shown.
 */
export function linkIntents({ client, fail }: FlowCore): Pick<CalendarFlowIntents, 'changeManageLink'> {
  return {
    changeManageLink: (id, act) => {
      const intent = `${act}ManageLink` as const;
      return client[intent]!({ id }).then(
        (answer) => ({ link: 'manageUrl' in answer ? answer : null, problem: null }),
        (error) => {
          const problem = toCalendarProblem(error, intent, id);
          if (problem.kind === 'signed_out') fail(error, intent, () => undefined, id);
          return { link: null, problem };
        },
      );
    },
  };
}
