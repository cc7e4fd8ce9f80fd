import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { isCoachBookingError } from '@coach-booking/sdk';
import { accountStyles } from './own-account/styles.ts';
import { pageLanguage } from './page-language.ts';
import { problemOf } from './sign-in/problem.ts';
import { pageTextsFor } from './sign-in/texts/index.ts';
import { styles } from './styles.ts';
import { denseStyles } from './ui/controls.ts';
import { atStart, sectionStyles } from './section-styles.ts';

/** A part of a page: it does one thing at a time, and shows what came of it where it was started. */
export abstract class PageSection extends LitElement {
  static override styles = [styles, denseStyles, accountStyles, atStart, sectionStyles];

  #busy = '';
  #outcome: { readonly of: string; readonly text: string; readonly isProblem: boolean } | null = null;

  protected isBusy(of?: string): boolean {
    return of === undefined ? this.#busy !== '' : this.#busy === of;
  }

  /** The words that all hosted pages share. */
  protected get shared() {
    return pageTextsFor(pageLanguage()).texts;
  }

  /** Returns the sentence for an error; a section has some of its own. The server's message is English. */
  protected sentenceOf(error: unknown): string {
    return this.shared[problemOf(error)];
  }

  /** Shows the result of an act at a place of the section. */
  protected tell(of: string, text: string, isProblem = false): void {
    this.#outcome = { of, text, isProblem };
    this.requestUpdate();
  }

  protected forget(): void {
    this.#outcome = null;
  }

  /** Runs `act` unless something else is under way, and shows the text that it returns, or what went wrong. */
  protected async run(of: string, act: () => Promise<string | null>): Promise<void> {
    if (this.#busy !== '') return;
    this.#busy = of;
    this.#outcome = null;
    this.requestUpdate();
    try {
      // One that was drawn before its code had come has its properties back with its first update.
      if (!this.hasUpdated) await this.updateComplete;
      const text = await act();
      if (text !== null) this.tell(of, text);
    } catch (error) {
      this.tell(of, this.sentenceOf(error), true);
      if (isCoachBookingError(error) && error.status === 422) this.refused(error.details.problems ?? []);
    }
    this.#busy = '';
    this.requestUpdate();
  }

  /** Receives the problems of a refusal by the server. */
  protected refused(_problems: readonly { readonly message: string }[]): void {}

  /** Renders the result of the last act at this place. Both parts are there before there is a result. */
  protected outcome(of: string): TemplateResult {
    const outcome = this.#outcome?.of === of ? this.#outcome : null;
    return html`<div role="alert">${outcome?.isProblem ? html`<p class="problem">${outcome.text}</p>` : nothing}</div>
      <div role="status">${outcome && !outcome.isProblem ? html`<p class="done">${outcome.text}</p>` : nothing}</div>`;
  }

  protected async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
