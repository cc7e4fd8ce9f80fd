import type { FlowCore } from './core.ts';
import { toCalendarProblem } from './problem.ts';
import type { CalendarFlowIntents } from './state.ts';

/**
 * The intent on a booking's manage link. Its answer is not kept in the state, since a new link is told only once; and
 * what failed is told with it, since to try again from elsewhere would make a link that nobody sees.
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
