import { html, nothing } from 'lit';
import type { FormAnswer } from '@coach-booking/sdk';
import type { Loadable } from '../parts/loadable-view.ts';
import type { BookingContext } from './booking-form.ts';
import { foldedPart, type FoldedContext } from './folded-part.ts';

/** The state of the folded part about health. */
export interface HealthForm extends Loadable<HealthContext> {
  /** The answer to the last reading; null while that is under way. */
  readonly answer: FormAnswer | null;
}

/** The input of the view of answers about health. */
export type HealthContext = FoldedContext<HealthForm>;

/** Loads the file; tests replace it. */
export const healthFile = { load: async () => (await import('../../health/health-view.ts')).healthView };

/** Renders questions with their answers. A box that was ticked is a tick. */
export function answerList(answers: readonly (readonly [question: string, answer: string])[]): unknown {
  return html`<dl>${answers.map(
    ([question, answer]) =>
      html`<div><dt><bdi>${question}</bdi></dt><dd><bdi class="typed">${answer === 'true' ? '✓' : answer}</bdi></dd></div>`,
  )}</dl>`;
}

/** Returns the questions that have a value here. */
export const answersIn = (intake: FormAnswer['intake'] | undefined, health = false): (readonly [string, string])[] =>
  (intake?.answers ?? []).flatMap(({ label, value, health: isHealth = false }) =>
    value === undefined || isHealth !== health
      ? []
      : [[label, typeof value === 'string' ? value : value.join(', ')] as const],
  );

/** Renders the attendee's answers; those about health folded, since each reading of them is noted. */
export function answersView(context: BookingContext): unknown {
  const { view, flow, booking } = context;
  const { intake } = booking;
  const answers = [...Object.entries(booking.answers ?? {}), ...answersIn(intake)];
  const health = intake?.answers.some((one) => one.health)
    ? foldedPart<HealthForm>(context, {
        name: 'health',
        summary: view.say('healthAnswers'),
        file: healthFile,
        first: () => ({ answer: null }),
        read: async () => ({ answer: await flow.readAnswers(booking.id) }),
      })
    : nothing;
  if (answers.length === 0) return health;
  return html`<section part="answers">
      <h3>${view.say('answers')}</h3>
      ${answerList(answers)}
    </section>
    ${health}`;
}
