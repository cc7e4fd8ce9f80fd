import { html, type TemplateResult } from 'lit';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import { pageLanguage } from '../../page-language.ts';
import { spanOf, units, wrongOf, type DraftRule, type Unit } from './rule.ts';
import { messageTextsFor } from './texts/index.ts';

/** The most rules that a schedule or a service has. */
const MAX_RULES = 12;
const channels = ['email', 'sms', 'push'] as const;

/** The rules of reminders as they are typed, and what is done with them. */
export interface RulesEditor {
  readonly rules: readonly DraftRule[];
  readonly followUp: boolean;
  change(rules: readonly DraftRule[], followUp: boolean): void;
  focusOn(selector: string): void;
}

const ruleView = (editor: RulesEditor, rule: DraftRule, index: number): TemplateResult => {
  const { rules, followUp, change } = editor;
  const { texts, language } = messageTextsFor(pageLanguage());
  const wrong = wrongOf(rule, rules.slice(0, index));
  const put = (given: Partial<DraftRule>) =>
    change(
      rules.map((other, at) => (at === index ? { ...other, ...given } : other)),
      followUp,
    );
  const remove = () => {
    change(
      rules.filter((_, at) => at !== index),
      followUp,
    );
    editor.focusOn('.add');
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
};

/** Renders the rules of reminders, a button for another one, and whether a missed session is followed up. */
export function rulesView(editor: RulesEditor): TemplateResult {
  const { rules, followUp, change } = editor;
  const { texts } = messageTextsFor(pageLanguage());
  const add = () => {
    change([...rules, { channel: 'email', amount: 1, unit: 'hour' }], followUp);
    editor.focusOn(`#channel-${rules.length}`);
  };
  return html`${rules.length === 0 ? html`<p>${texts.none}</p>` : html`<ul>${rules.map((rule, index) => ruleView(editor, rule, index))}</ul>`}
    <div class="actions">
      <button type="button" class="add" ?hidden=${rules.length >= MAX_RULES} @click=${add}>${texts.add}</button>
    </div>
    <label class="tick"><input type="checkbox" .checked=${followUp} @change=${(event: Event) => change(rules, (event.target as HTMLInputElement).checked)} /> <span>${texts.followUp}</span></label>`;
}
