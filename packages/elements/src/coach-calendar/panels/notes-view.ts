import { html, type TemplateResult } from 'lit';
import type { BookingContext } from './booking-memory.ts';
import { submitButton, textField } from './fields.ts';
import { stepFrame } from './frame.ts';

/** The notes: read, or edited in place. What was typed stays when saving fails. */
export function notesView({ view: { say }, flow, booking, kept, busy }: BookingContext): TemplateResult {
  const { notes } = kept.value;
  if (notes === null)
    return html`<section class="notes">
      <h3>${say('notes')} <button type="button" class="link" part="link" @click=${() => kept.set({ notes: booking.notes })}>${say('edit')}</button></h3>
      ${booking.notes ? html`<p class="typed">${booking.notes}</p>` : html`<p class="quiet">${say('notesNone')}</p>`}
    </section>`;
  const save = async (event: Event) => {
    event.preventDefault();
    if (!busy && (await flow.setNotes(booking.id, notes))) kept.set({ notes: null });
  };
  return html`<form class="notes" novalidate @submit=${save}>
    ${stepFrame(html`${textField({ id: 'booking-notes', label: say('notes'), type: 'area', value: notes, longest: 2000, first: true, busy, input: (typed) => kept.set({ notes: typed }) })}`)}
    <div class="ways">
      ${submitButton(say('save'), busy, say('saving'))}
      <button type="button" class="link" part="link" @click=${() => busy || kept.set({ notes: null })}>${say('discard')}</button>
    </div>
  </form>`;
}
