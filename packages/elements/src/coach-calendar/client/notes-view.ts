import { html, nothing } from 'lit';
import type { CalendarProblem } from '@coach-booking/sdk';
import { textField } from '../../internal/fields.ts';
import { formView } from '../panels/parts/form.ts';
import { problemText, stampText } from '../panels/parts/texts.ts';
import type { ClientContext } from './context.ts';
import type { ClientSay } from './translations/index.ts';

/** The most characters that the server takes. */
const MOST = 10_000;

/**
 * Renders the coach's own notes on the client, to be edited in place. After a conflict,
 * the stored notes are shown beside the typed ones, and the coach chooses. Reading again keeps what is typed.
 */
export function notesView(context: ClientContext, say: ClientSay): unknown {
  const { panel, view, state, flow, form } = context;
  const client = state.client?.id === panel.id ? state.client : null;
  const notes = client?.notes;
  const { typed, theirs, saving } = form.value;
  if (!notes && !typed)
    return client?.notesProblem && client.status !== 'failed' ? failedView(context, say, client.notesProblem) : nothing;
  const busy = saving === 'now';
  const problem = typeof saving === 'object' ? saving : null;
  const version = typed?.version ?? notes!.version;
  const input = (text: string) =>
    form.set({ typed: text === notes?.text && !theirs ? undefined : { text, version }, saving: undefined });
  const drop = (event: Event) => {
    form.set({ typed: undefined, theirs: undefined, saving: undefined });
    (event.currentTarget as HTMLElement).closest('form')!.querySelector('textarea')!.focus();
  };
  const send = async ({ text }: { readonly text: string }): Promise<void> => {
    form.set({ saving: 'now' });
    const answer = await flow.saveClientNotes(panel.id, text, theirs?.version ?? version);
    if (answer.problem) form.set({ saving: answer.problem, theirs: answer.notes ?? theirs });
    else form.set({ saving: 'done', theirs: undefined, typed: undefined });
  };
  return html`<section class="coach-notes" part="coach-notes">
    <h3>${say('notes')}</h3>
    ${formView(
      { busy, read: () => typed, send },
      html`${textField({ id: 'coach-notes', label: say('notes'), hiddenLabel: true, type: 'area', value: typed?.text ?? notes!.text, maxLength: MOST, busy, input })}
        <p class="quiet"><small>${say('notesHint')} ${notes?.updatedAt ? `${say('notesAsOf', { at: stampText(view.format, notes.updatedAt) })}.` : nothing}</small></p>
        <div role="alert">${problem ? html`<p class="problem" part="problem">${theirs ? say('notesConflict') : problemText(view.say, problem)}</p>` : nothing}</div>
        ${theirs ? html`<p><b>${say('theirs')}</b></p><p class="typed theirs" dir="auto">${theirs.text}</p>` : nothing}
        <div class="ways">
          <button type="submit" class=${typed ? 'go' : 'soft'} part="button" aria-disabled=${busy || !typed}>${busy ? view.say('saving') : theirs ? say('saveMine') : view.say('save')}</button>
          ${typed && !busy ? html`<button type="button" class=${theirs ? 'soft' : 'link'} part="button" @click=${drop}>${theirs ? say('useTheirs') : view.say('discard')}</button>` : nothing}
          <span class="quiet" role="status">${saving === 'done' ? say('notesSaved') : nothing}</span>
        </div>`,
    )}
  </section>`;
}

function failedView({ panel, view, flow, retry }: ClientContext, say: ClientSay, problem: CalendarProblem): unknown {
  return html`<section class="coach-notes" part="coach-notes">
    <h3>${say('notes')}</h3>
    <div role="alert" class="problem" part="problem">
      <p>${problemText(view.say, problem)}</p>
      <button type="button" class="soft" part="button" @click=${retry(() => flow.openClient(panel.id))}>${view.say('retry')}</button>
    </div>
  </section>`;
}
