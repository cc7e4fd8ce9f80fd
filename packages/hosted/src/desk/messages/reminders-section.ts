import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { isCoachBookingError } from '@coach-booking/sdk';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import { pageLanguage } from '../../page-language.ts';
import { DeskSection } from '../desk-section.ts';
import type { MessageCalls, Reminders } from './calls.ts';
import { draftOf, ruleOf, spanOf, units, wrongOf, type DraftRule, type Unit } from './rule.ts';
import { messageTextsFor } from './texts/index.ts';

/** The most rules that a schedule has. */
const MAX_RULES = 12;
const channels = ['email', 'sms', 'push'] as const;

const isEqual = (one: Reminders, other: Reminders): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The rules by which whoever booked is reminded. Kept with the coach's schedule, and saved by its version. */
export class RemindersSection extends DeskSection {
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

  #change(rules: readonly DraftRule[]): void {
    this.#rules = rules;
    this.forget();
    this.requestUpdate();
  }

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

  #rule(rule: DraftRule, index: number): TemplateResult {
    const { texts, language } = messageTextsFor(pageLanguage());
    const wrong = wrongOf(rule, this.#rules.slice(0, index));
    const put = (change: Partial<DraftRule>) =>
      this.#change(this.#rules.map((other, at) => (at === index ? { ...other, ...change } : other)));
    const remove = () => {
      this.#change(this.#rules.filter((_, at) => at !== index));
      void this.focusOn('.add');
    };
    return html`<li class="rule">
      <div class="fields">
        <div class="field">
          <label for="channel-${index}">${texts.channel}</label>
          <select id="channel-${index}" @change=${(event: Event) => put({ channel: (event.target as HTMLSelectElement).value as DraftRule['channel'] })}>
            ${channels.map((channel) => html`<option value=${channel} .selected=${channel === rule.channel}>${texts[`channel_${channel}`]}</option>`)}
          </select>
        </div>
        <div class="field short">
          <label for="amount-${index}">${texts.amount}</label>
          <input id="amount-${index}" type="number" inputmode="numeric" min="0" max="43200" step="1" required .value=${Number.isNaN(rule.amount) ? '' : String(rule.amount)} aria-invalid=${wrong !== null} aria-describedby="said-${index}" @change=${(event: Event) => put({ amount: (event.target as HTMLInputElement).valueAsNumber })} />
        </div>
        <div class="field">
          <label for="unit-${index}">${texts.unit}</label>
          <select id="unit-${index}" @change=${(event: Event) => put({ unit: (event.target as HTMLSelectElement).value as Unit })}>
            ${(Object.keys(units) as Unit[]).map((unit) => html`<option value=${unit} .selected=${unit === rule.unit}>${texts[`unit_${unit}`]}</option>`)}
          </select>
        </div>
        <button type="button" aria-describedby="said-${index}" @click=${remove}>${texts.remove}</button>
      </div>
      <p id="said-${index}" class=${wrong ? 'error' : 'quiet'}>${wrong ? texts[wrong] : filled(texts[`rule_${rule.channel}`], { span: spanOf(rule, language) })}</p>
    </li>`;
  }

  readonly #addRule = (): void => {
    const index = this.#rules.length;
    this.#change([...this.#rules, { channel: 'email', amount: 1, unit: 'hour' }]);
    void this.focusOn(`#channel-${index}`);
  };

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
      ${this.#rules.length === 0 ? html`<p>${texts.none}</p>` : html`<ul>${this.#rules.map((rule, index) => this.#rule(rule, index))}</ul>`}
      <div class="actions">
        <button type="button" class="add" ?hidden=${this.#rules.length >= MAX_RULES} @click=${this.#addRule}>${texts.add}</button>
      </div>
      <label class="tick"><input type="checkbox" .checked=${this.#followUp} @change=${(event: Event) => {
        this.#followUp = (event.target as HTMLInputElement).checked;
        this.#change(this.#rules);
      }} /> <span>${texts.followUp}</span></label>
      ${this.outcome('save')}
      <div class="actions"><button type="submit" class="go" aria-disabled=${this.isBusy()}>${this.isBusy('save') ? this.shared.busy : texts.save}</button></div>
    </form>`;
  }
}

/** Somebody else saved other reminders in the meantime. */
class Conflict extends Error {}
