import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarProblem } from '@coach-booking/sdk';
import { textButton } from './buttons.ts';
import { momentText, problemText } from './texts.ts';
import type { View } from './panel.ts';

/** The actions that a form may offer when its request was refused. */
export interface ProblemActions {
  /** Takes one of the nearest free starts. */
  choose?(start: string): void;
  /** Continues in spite of the warnings, with the label of that button. */
  readonly anyway?: { readonly phrase: 'bookAnyway' | 'moveAnyway'; act(): void };
  /** Buttons of the form's own. */
  readonly more?: unknown;
}

/** Renders a problem in the form that caused it, with the nearest free times as buttons. */
export function problemView(
  { say, format }: View,
  problem: CalendarProblem | null,
  { choose, anyway, more = nothing }: ProblemActions = {},
): TemplateResult {
  const { alternatives = [], requestId, kind, retryAfter } = problem ?? {};
  return html`<div role="alert" class="alert">
    ${
      problem
        ? html`<div class="problem" part="problem">
            <p>${problemText(say, problem)} ${retryAfter ? say('wait', { count: retryAfter }) : nothing}</p>
            ${
              choose && alternatives.length > 0
                ? html`<p>${say('alternatives')}</p>
                    <div class="ways">
                      ${alternatives.map(({ start }) => textButton('soft', momentText(format, start), () => choose(start), { part: 'button alternative' }))}
                    </div>`
                : nothing
            }
            ${anyway ? anywayView(say, problem, anyway) : nothing} ${more} ${kind === 'server' && requestId ? html`<small>${say('reference', { id: requestId })}</small>` : nothing}
          </div>`
        : nothing
    }
  </div>`;
}

/** Renders all warnings about the time, and the button that continues in spite of them (V10). */
export function anywayView(
  say: View['say'],
  { warnings }: CalendarProblem,
  { phrase, act }: NonNullable<ProblemActions['anyway']>,
): unknown {
  if (warnings.length === 0) return nothing;
  return html`<ul class="quiet">
      ${warnings.map((code) => html`<li>${say(`why_${code}`)}</li>`)}
    </ul>
    <div class="ways">${textButton('soft', say(phrase), act, { part: 'button anyway' })}</div>`;
}

/**
 * Returns the state's problem when it was caused by one of these intents (and belongs to this booking, where one is
 * given).
 */
export function problemOf(
  problem: CalendarProblem | null,
  intents: readonly string[],
  bookingId: string | null = null,
): CalendarProblem | null {
  return problem && intents.includes(problem.intent) && (bookingId === null || problem.bookingId === bookingId)
    ? problem
    : null;
}

/** Removes the booking's own time from the proposals: moving it there would change nothing. */
export function withoutStart<P extends CalendarProblem | null>(problem: P, start: string | undefined): P {
  return problem && { ...problem, alternatives: problem.alternatives.filter((slot) => slot.start !== start) };
}
