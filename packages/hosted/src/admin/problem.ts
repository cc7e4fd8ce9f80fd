import { isCoachBookingError, isConnection } from '@coach-booking/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { AdminPhrase } from './texts/index.ts';
import type { AdminView } from './view.ts';

/** Returns the text about an error, in the reader's language. */
export function problemPhrase(problem: unknown): AdminPhrase {
  if (isConnection(problem)) return 'problem_offline';
  if (!isCoachBookingError(problem)) return 'problem';
  if (problem.code === 'LAST_KEY') return 'problem_lastKey';
  if (problem.code === 'EMAIL_TAKEN') return 'problem_emailTaken';
  if (problem.code === 'SLUG_TAKEN') return 'problem_slugTaken';
  if (problem.code === 'CHALLENGE_UNAVAILABLE') return 'problem_challenge';
  if (problem.code === 'VERSION_CONFLICT') return 'problem_conflict';
  if (problem.code === 'PARTNER_SUSPENDED') return 'problem_closed';
  const byStatus: Readonly<Record<number, AdminPhrase>> = {
    400: 'problem_invalid',
    401: 'problem_signedOut',
    403: 'problem_forbidden',
    404: 'problem_notFound',
    409: 'problem_notNow',
    422: 'problem_invalid',
    429: 'problem_limited',
  };
  return byStatus[problem.status] ?? 'problem_server';
}

/** Renders the server's message, which is English; nothing without an answer. */
function explanation({ say }: AdminView, problem: unknown): TemplateResult | typeof nothing {
  if (!isCoachBookingError(problem) || problem.status === 0) return nothing;
  const { sentence, details, requestId } = problem;
  return html`<p class="said">${say('explanation')} <q lang="en" dir="ltr">${sentence}</q></p>
    ${
      details.problems?.length
        ? html`<ul lang="en" dir="ltr">
            ${details.problems.map(({ path, message }) => html`<li><code>${path}</code> ${message}</li>`)}
          </ul>`
        : nothing
    }
    ${requestId ? html`<small>${say('reference', { id: requestId })}</small>` : nothing}`;
}

/** Renders a problem, the server's message about it, and a button to retry. Nothing without a problem. */
export function problemView(view: AdminView, problem: unknown, retry?: () => void): TemplateResult {
  return html`<div role="alert">
    ${
      problem
        ? html`<div class="problem">
            <p><b>${view.say(problemPhrase(problem))}</b></p>
            ${explanation(view, problem)} ${retry ? html`<button type="button" @click=${retry}>${view.say('retry')}</button>` : nothing}
          </div>`
        : nothing
    }
  </div>`;
}
