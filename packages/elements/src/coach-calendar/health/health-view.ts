import { html } from 'lit';
import { answerList, answersIn, type HealthContext } from '../panels/booking/answers-view.ts';
import { textButton } from '../panels/parts/buttons.ts';
import { problemView } from '../panels/parts/problem-view.ts';

/** The sentence below the answers, by language. */
const noted: Readonly<Record<string, string>> = {
  en: 'That you read this is in the audit log.',
  de: 'Dass Sie das gelesen haben, steht im Protokoll.',
  es: 'Tu lectura queda en el registro de auditoría.',
  fr: 'Votre lecture figure dans le journal d’audit.',
  ar: 'تُسجَّل قراءتك في سجل التدقيق.',
};

/** Renders the answers about health of a booking; loading, or a problem and a button to retry. */
export function healthView({ view, own, read }: HealthContext): unknown {
  const { answer } = own.value;
  if (!answer) return html`<p class="quiet" role="status">${view.say('busy')}</p>`;
  if (answer.problem) return problemView(view, answer.problem, { more: textButton('soft', view.say('retry'), read) });
  return html`${answerList(answersIn(answer.intake, true))}
    <p class="quiet">${noted[view.language.slice(0, 2)] ?? noted['en']}</p>`;
}
