import { html } from 'lit';
import { answerList, answersIn, type HealthContext } from '../panels/booking/answers-view.ts';
import { textButton } from '../panels/parts/buttons.ts';
import { problemView } from '../panels/parts/problem-view.ts';

/** Renders the answers about health of a booking; loading, or a problem and a button to retry. */
export function healthView({ view, own, read }: HealthContext): unknown {
  const { answer } = own.value;
  if (!answer) return html`<p class="quiet" role="status">${view.say('busy')}</p>`;
  if (answer.problem) return problemView(view, answer.problem, { more: textButton('soft', view.say('retry'), read) });
  return html`${answerList(answersIn(answer.intake, true))}
    <p class="quiet">${view.say('healthNoted')}</p>`;
}
