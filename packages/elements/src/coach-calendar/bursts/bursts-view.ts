import { html, nothing, type TemplateResult } from 'lit';
import type { Burst, CalendarFlowState } from '@coach-booking/sdk';
import type { Flow } from '../flow.ts';
import { textButton } from '../panels/parts/buttons.ts';
import { checkField } from '../../internal/fields.ts';
import { formView, submitRow } from '../panels/parts/form.ts';
import { stepFrame } from '../panels/parts/frame.ts';
import { formStateOf, type FormState } from '../panels/parts/form-state.ts';
import { problemOf, problemView } from '../panels/parts/problem-view.ts';
import type { Panel, View } from '../panels/parts/panel.ts';
import { momentText, stampText } from '../panels/parts/texts.ts';
import { burstSayer } from './texts.ts';

interface BurstsForm {
  /** The burst whose removal is being asked about; null while all are listed. */
  readonly asked: string | null;
  /** Whether its addresses are blocked too. */
  readonly block: boolean;
}

/** The input of the panel of unusual bookings. */
export interface BurstsContext {
  readonly panel: Panel;
  readonly view: View;
  readonly state: CalendarFlowState;
  readonly flow: Flow;
  readonly close: () => void;
}

const listed = ({ format, say }: View, { bookings }: Burst): TemplateResult =>
  html`<ul class="list">
    ${bookings.map(
      ({ start, attendee, status }) =>
        html`<li>
          <span>
            <b><bdi>${attendee.name}</bdi></b> <bdi class="quiet">${attendee.email}</bdi><br />
            ${start ? momentText(format, start) : nothing}
          </span>
          <div class="status status-${status}" part="status status-${status}">${say(status)}</div>
        </li>`,
    )}
  </ul>`;

/** Renders one clear question, and the choice whether the addresses are blocked too. */
const question = (
  { view, state, flow, close }: BurstsContext,
  form: FormState<BurstsForm>,
  { id, bookings }: Burst,
): TemplateResult => {
  const { say, language } = view;
  const words = burstSayer(language);
  const { block } = form.value;
  const busy = state.busy.includes('burst');
  const send = async (input: { block: boolean }): Promise<void> => {
    if (!(await flow.removeBurst(id, input))) return;
    if (flow.$state.get().bursts.length === 0) close();
    else form.set({ asked: null });
  };
  return formView(
    { busy, read: () => ({ block }), send },
    html`<p><b>${words('check', { count: bookings.length })}</b></p>
      ${checkField({ id: 'burst-block', label: words('block'), checked: block, busy, change: (on) => form.set({ block: on }) })}
      ${problemView(view, problemOf(state.problem, ['removeBurst']))}
      ${submitRow(view, words('yes'), busy, { danger: 'danger', out: textButton('link', say('back'), () => form.set({ asked: null })) })}`,
  );
};

const overview = ({ view, state }: BurstsContext, form: FormState<BurstsForm>): TemplateResult => {
  const { format, language } = view;
  const words = burstSayer(language);
  if (state.bursts.length === 0) return html`<p class="quiet">${words('none')}</p>`;
  return html`<p class="quiet">${words('hint')}</p>
    ${state.bursts.map(
      (burst) =>
        html`<section>
          <h3>${words(burst.kind, { from: stampText(format, burst.from), to: stampText(format, burst.to) })}</h3>
          ${listed(view, burst)}
          <div class="ways">
            <button type="button" class="go danger" part="button primary danger" @click=${() => form.set({ asked: burst.id })}>
              ${words('remove', { count: burst.bookings.length })}
            </button>
          </div>
        </section>`,
    )}`;
};

/** Renders the bursts, or the question about one of them. */
export function burstsView(context: BurstsContext): unknown {
  const form = formStateOf<BurstsForm>(context.panel, context.view, () => ({ asked: null, block: true }));
  const burst = context.state.bursts.find(({ id }) => id === form.value.asked);
  // Each step has its own template, so that the step which replaces the other gets the focus.
  return burst ? html`${stepFrame(question(context, form, burst))}` : stepFrame(overview(context, form));
}
