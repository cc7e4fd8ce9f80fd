import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import { pageLanguage } from '../../page-language.ts';
import { PageSection } from '../../page-section.ts';
import type { Reliability, SuggestionCalls } from './calls.ts';
import { suggestionStyles } from './styles.ts';
import { suggestionTextsFor } from './texts/index.ts';

/** A table of how well the confidences of suggested times came true, over all coaches of the business. */
export class ReliabilitySection extends PageSection {
  static override styles = [...PageSection.styles, suggestionStyles];
  static override properties: PropertyDeclarations = { calls: { attribute: false }, coach: { attribute: false } };

  declare calls: SuggestionCalls;
  declare coach: string;

  #found: Reliability | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    queueMicrotask(this.#read);
  }

  readonly #read = (): void =>
    void this.run('read', async () => {
      this.#found = await this.calls.getReliability({ coach: this.coach });
      return null;
    });

  #table({ bins }: Reliability): TemplateResult {
    const { texts, language } = suggestionTextsFor(pageLanguage());
    const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
    const fine = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
    const number = new Intl.NumberFormat(language);
    return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="reliability">
      <table>
        <thead>
          <tr>
            <th scope="col">${texts.confidence}</th>
            <th scope="col">${texts.visits}</th>
            <th scope="col">${texts.expected}</th>
            <th scope="col">${texts.booked}</th>
          </tr>
        </thead>
        <tbody>
          ${bins
            .filter(({ count }) => count > 0)
            .map(
              ({ from, to, count, predicted, observed }) =>
                html`<tr>
                  <th scope="row"><bdi>${percent.format(from)} – ${percent.format(to)}</bdi></th>
                  <td>${number.format(count)}</td>
                  <td>${fine.format(predicted!)}</td>
                  <td>${fine.format(observed!)}</td>
                </tr>`,
            )}
        </tbody>
      </table>
    </div>`;
  }

  #whole(found: Reliability): TemplateResult {
    const { texts, language } = suggestionTextsFor(pageLanguage());
    const { observations, calibrationError, scaled } = found;
    if (observations === 0 || calibrationError === null) return html`<p>${texts.noVisits}</p>`;
    const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
    return html`${this.#table(found)}
      <p>${filled(texts.offBy, { error: percent.format(calibrationError) })} ${scaled ? texts.scaled : texts.notScaled}</p>`;
  }

  protected override render(): TemplateResult {
    const { texts } = suggestionTextsFor(pageLanguage());
    const isReading = this.isBusy('read') && !this.#found;
    return html`<section aria-labelledby="reliability">
      <h2 id="reliability">${texts.reliability}</h2>
      <p class="quiet">${texts.reliabilityText}</p>
      ${isReading ? html`<p role="status">${this.shared.busy}</p>` : nothing} ${this.outcome('read')}
      ${this.#found ? this.#whole(this.#found) : nothing}
      ${this.#found || isReading ? nothing : html`<div class="actions"><button type="button" aria-disabled=${this.isBusy()} @click=${this.#read}>${texts.reload}</button></div>`}
    </section>`;
  }
}
