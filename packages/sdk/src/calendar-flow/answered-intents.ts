import type { FlowCore } from './core.ts';
import type { CalendarActCalls } from './options.ts';
import { toCalendarProblem } from './problem.ts';
import type { CalendarFlowIntents, CalendarProblem } from './state.ts';

type AnsweredIntents = Pick<
  CalendarFlowIntents,
  'changeManageLink' | 'readMessages' | 'readAnswers' | 'sendMessageAgain' | 'readMeeting' | 'createHostLink'
>;

/**
 * Returns the intents whose answers are not stored in the state. A new manage link is returned only once, and messages
 * are as of the reading. Their problem is in the answer too: a retry from elsewhere would create a link that is never
 * shown.
 */
export function answeredIntents(client: CalendarActCalls, { fail }: FlowCore): AnsweredIntents {
  const problemOf = (error: unknown, intent: string, id: string): CalendarProblem => {
    const problem = toCalendarProblem(error, intent, id);
    if (problem.kind === 'signed_out') fail(error, intent, () => undefined, id);
    return problem;
  };
  return {
    changeManageLink: (id, act) => {
      const intent = `${act}ManageLink` as const;
      return client[intent]!({ id }).then(
        (answer) => ({ link: 'manageUrl' in answer ? answer : null, problem: null }),
        (error) => ({ link: null, problem: problemOf(error, intent, id) }),
      );
    },
    readMessages: (id) =>
      client.listBookingMessages!({ id }).then(
        (messages) => ({ messages, problem: null }),
        (error) => ({ messages: [], problem: problemOf(error, 'readMessages', id) }),
      ),
    readAnswers: (id) =>
      client.getBooking!({ id }).then(
        ({ intake = null }) => ({ intake, problem: null }),
        (error) => ({ intake: null, problem: problemOf(error, 'readAnswers', id) }),
      ),
    sendMessageAgain: (id, messageId) =>
      client.sendMessageAgain!({ id, messageId }).then(
        (message) => ({ message, problem: null }),
        (error) => ({ message: null, problem: problemOf(error, 'sendMessageAgain', id) }),
      ),
    readMeeting: (id) =>
      client.getZoomMeeting!({ id }).then(
        (meeting) => ({ meeting, problem: null }),
        (error) => ({ meeting: null, problem: problemOf(error, 'readMeeting', id) }),
      ),
    createHostLink: (id) =>
      client.createHostLink!({ id }).then(
        (hostLink) => ({ hostLink, problem: null }),
        (error) => ({ hostLink: null, problem: problemOf(error, 'createHostLink', id) }),
      ),
  };
}
