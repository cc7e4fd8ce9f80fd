import { html, type TemplateResult } from 'lit';
import type { BookingContext } from './booking-form.ts';
import { textButton } from '../parts/buttons.ts';
import { textField } from '../../../internal/fields.ts';
import { formView, submitRow } from '../parts/form.ts';
import { stepFrame } from '../parts/frame.ts';

/** Renders the notes: read, or edited in place. Typed notes stay when saving fails. */
export function notesView({ view, flow, booking, form, busy }: BookingContext): TemplateResult {
  const { say } = view;
  const { notes } = form.value;
  if (notes === null)
    return html`<section class="notes">
      <h3>${say('notes')} ${textButton('link', say('edit'), () => form.set({ notes: booking.notes }))}</h3>
      ${booking.notes ? html`<p class="typed">${booking.notes}</p>` : html`<p class="quiet">${say('notesNone')}</p>`}
    </section>`;
  const stop = () => form.set({ notes: null });
  const send = async () => {
    if (await flow.setNotes(booking.id, notes)) stop();
  };
  const out = textButton('link', say('discard'), () => busy || stop());
  return formView(
    { busy, read: () => true, send, look: 'notes' },
    html`${stepFrame(textField({ id: 'booking-notes', label: say('notes'), type: 'area', value: notes, maxLength: 2000, first: true, busy, input: (typed) => form.set({ notes: typed }) }))}
    ${submitRow(view, say('save'), busy, { busyText: say('saving'), out })}`,
  );
}
