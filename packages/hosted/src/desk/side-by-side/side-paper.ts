import { html, nothing, render, type TemplateResult } from 'lit';
import type { CalendarFlowState } from '@coach-booking/sdk';
import { paperStyles } from '@coach-booking/elements/internal/theme/paper-styles';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import type { SideTexts } from './texts/index.ts';

/** Opens the browser's dialog for a window; tests replace it. */
export const printer = { print: (page: Window): void => page.print() };

/** A coach on the sheet; without a state the calendar could not be read. */
export interface PaperCoach {
  readonly name: string;
  readonly state: CalendarFlowState | undefined;
}

/** Everything that the sheet is made of. */
export interface Paper {
  readonly texts: SideTexts;
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  /** The date in words. */
  readonly title: string;
  readonly timeZone: string;
  readonly coaches: readonly PaperCoach[];
}

/** Renders the day of several coaches for paper, one below the other. */
export function sidePaper({ texts, language, dir, title, timeZone, coaches }: Paper): TemplateResult {
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: timeZone || 'UTC' });
  const rows = ({ bookings }: CalendarFlowState) => {
    const shown = bookings.filter(({ start, status }) => start && status !== 'cancelled');
    if (shown.length === 0) return html`<tr><td colspan="4" class="quiet">${texts.nothing}</td></tr>`;
    return shown.map(
      ({ start, end, attendee, serviceTitle }) =>
        html`<tr>
          <td class="time">${time.format(Date.parse(start!))}${end ? ` – ${time.format(Date.parse(end))}` : nothing}</td>
          <td><b><bdi>${attendee.name}</bdi></b></td>
          <td><bdi>${serviceTitle}</bdi></td>
          <td class="time"><bdi dir="ltr">${attendee.phone ?? ''}</bdi></td>
        </tr>`,
    );
  };
  return html`<main lang=${language} dir=${dir}>
    <h1>${title}</h1>
    <table>
      <thead><tr>${[texts.when, texts.client, texts.service, texts.phone].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
      ${coaches.map(
        ({ name, state }) =>
          html`<tbody>
            <tr><th colspan="4" scope="rowgroup"><bdi>${name}</bdi></th></tr>
            ${state?.phase === 'ready' && state.complete ? rows(state) : html`<tr><td colspan="4">${filled(texts.notRead, { name })}</td></tr>`}
          </tbody>`,
      )}
    </table>
    <footer>${timeZone.replaceAll('_', ' ')}</footer>
  </main>`;
}

/** Prints the sheet from a frame of its own, so that nothing of the page is on the paper. */
export function printSide(paper: Paper): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = paper.texts.print;
  frame.tabIndex = -1;
  frame.ariaHidden = 'true';
  Object.assign(frame.style, { position: 'fixed', inset: 'auto', width: '0', height: '0', border: '0' });
  document.body.append(frame);
  const page = frame.contentWindow as Window & typeof globalThis;
  const sheet = new page.CSSStyleSheet();
  sheet.replaceSync(paperStyles);
  page.document.adoptedStyleSheets = [sheet];
  page.document.title = paper.title;
  render(sidePaper(paper), page.document.body);
  page.addEventListener('afterprint', () => frame.remove());
  printer.print(page);
  return frame;
}
