import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { isCoachBookingError } from '@coach-booking/sdk';
import { pageLanguage } from '../../page-language.ts';
import { PageSection } from '../../page-section.ts';
import type { MessageCalls, Reminders } from './calls.ts';
import { draftOf, ruleOf, wrongOf, type DraftRule } from './rule.ts';
import { rulesView } from './rules-view.ts';
import { messageTextsFor } from './texts/index.ts';

const isEqual = (one: Reminders, other: Reminders): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The rules of the attendees' reminders. Stored with the coach's schedule, and saved by its version. */
export class RemindersSection extends PageSection {
  static override properties: PropertyDeclarations = { calls: { attribute: false }, coach: { attribute: false } };

  declare calls: MessageCalls;
  declare coach: string;

  #read: { readonly reminders: Reminders; readonly version: number } | null = null;
  #rules: readonly DraftRule[] = [];
  #followUp = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.run('read', async () => {
      const { reminders, scheduleVersion } = await this.calls.getSchedule({ coach: this.coach });
      this.#read = { reminders, version: scheduleVersion };
      this.#rules = reminders.rules.map(draftOf);
      this.#followUp = reminders.followUp;
      return null;
    });
  }

  readonly #change = (rules: readonly DraftRule[], followUp: boolean): void => {
    this.#rules = rules;
    this.#followUp = followUp;
    this.forget();
    this.requestUpdate();
  };

  readonly #save = (event: Event): void => {
    event.preventDefault();
    const wrong = this.#rules.findIndex((rule, index) => wrongOf(rule, this.#rules.slice(0, index)) !== null);
    if (wrong >= 0) return void this.focusOn(`#amount-${wrong}`);
    void this.run('save', () => this.#write({ rules: this.#rules.map(ruleOf), followUp: this.#followUp }));
  };

  /** Saves by the version that was read. What else changed in the schedule since then is none of this section's. */
  async #write(reminders: Reminders, isAgain = false): Promise<string> {
    const { texts } = messageTextsFor(pageLanguage());
    const { version, reminders: known } = this.#read!;
    try {
      const saved = await this.calls.patchSchedule({ coach: this.coach, reminders, scheduleVersion: version });
      this.#read = { reminders, version: saved.scheduleVersion };
      return texts.saved;
    } catch (error) {
      if (!isCoachBookingError(error) || error.code !== 'VERSION_CONFLICT') throw error;
      const now = await this.calls.getSchedule({ coach: this.coach });
      this.#read = { reminders: now.reminders, version: now.scheduleVersion };
      if (isEqual(now.reminders, known) && !isAgain) return this.#write(reminders, true);
      throw new Conflict();
    }
  }

  protected override sentenceOf(error: unknown): string {
    return error instanceof Conflict ? messageTextsFor(pageLanguage()).texts.conflict : super.sentenceOf(error);
  }

  protected override render(): TemplateResult {
    const { texts } = messageTextsFor(pageLanguage());
    return html`<section aria-labelledby="title">
      <h2 id="title">${texts.remindersTitle}</h2>
      <p class="quiet">${texts.remindersText}</p>
      ${this.isBusy('read') ? html`<p role="status">${this.shared.busy}</p>` : nothing} ${this.outcome('read')}
      ${this.#read ? this.#form() : nothing}
    </section>`;
  }

  #form(): TemplateResult {
    const { texts } = messageTextsFor(pageLanguage());
    return html`<form novalidate @submit=${this.#save}>
      ${rulesView({ rules: this.#rules, followUp: this.#followUp, change: this.#change, focusOn: (selector) => void this.focusOn(selector) })}
      ${this.outcome('save')}
      <div class="actions"><button type="submit" class="go" aria-disabled=${this.isBusy()}>${this.isBusy('save') ? this.shared.busy : texts.save}</button></div>
    </form>`;
  }
}

/** Other reminders were saved in the meantime. */
class Conflict extends Error {}
