import { html, nothing, type TemplateResult } from 'lit';
import { selectField, textField } from '@coach-booking/elements/internal/fields';
import { editorNotice } from './editor-notice.ts';
import type { PartnerEditor } from './partner-editor.ts';
import { fieldNames, type PartnerForm } from './partner-form.ts';
import type { AdminView } from './view.ts';

const ROOMS = ['none', 'jitsi', 'fixed'] as const satisfies readonly PartnerForm['videoFallbackProvider'][];

/** Renders the room that stands in for meetings which providers did not make, with a button to save it. */
export function videoFallbackForm(
  view: AdminView,
  editor: PartnerEditor,
  save: (event: Event) => void,
): TemplateResult | typeof nothing {
  const { say } = view;
  const state = editor.$state.get();
  const { form, errors, phase } = state;
  if (!form) return nothing;
  const { videoFallbackProvider: room, videoFallbackUrl } = form;
  const busy = phase === 'saving';
  const error = errors['videoFallbackUrl'];
  return html`<form class="plain" novalidate @submit=${save}>
    <fieldset class="card">
      <legend>${say('videoFallback')}</legend>
      <p>${say('videoFallbackText')}</p>
      ${selectField({
        id: 'videoFallbackProvider',
        label: say(fieldNames.videoFallbackProvider),
        value: room,
        busy,
        options: ROOMS.map((one) => [one, say(`videoFallback_${one}`)] as const),
        change: (value) => editor.change({ videoFallbackProvider: value as PartnerForm['videoFallbackProvider'] }),
      })}
      ${
        room === 'none'
          ? nothing
          : textField({
              id: 'videoFallbackUrl',
              label: say(room === 'jitsi' ? 'videoFallbackServer' : 'videoFallbackUrl'),
              hint: room === 'fixed' ? say('videoFallbackHint') : undefined,
              maxLength: 2000,
              value: videoFallbackUrl,
              busy,
              error: error && say(error),
              input: (value) => editor.change({ videoFallbackUrl: value }),
            })
      }
      ${editorNotice(view, state)}
      <div class="ways">
        <button type="submit" class="go" aria-disabled=${busy}>${busy ? say('busy') : say('save')}</button>
      </div>
    </fieldset>
  </form>`;
}
