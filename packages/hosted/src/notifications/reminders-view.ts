import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import type { Channel, Rule, Settings } from './calls.ts';
import { channels, isTwice, MAX_OWN, timesWith, timeText, type Origin } from './reminder-times.ts';
import type { NotificationTexts } from './texts/en.ts';

/** The input of the part about reminders. */
export interface RemindersInput {
  readonly texts: NotificationTexts;
  readonly language: string;
  readonly isTeam: boolean;
  readonly settings: Settings;
  readonly origin: Origin;
  readonly choose: (origin: Origin) => void;
  readonly add: (rules: readonly Rule[]) => void;
  readonly remove: (rules: readonly Rule[], at: number) => void;
  readonly remind: (rules: readonly Rule[]) => void;
}

/** Returns the sentence that stands below a reminder which does not go as it is; null for one that does. */
const complaintOf = ({ texts, settings }: RemindersInput, rules: readonly Rule[], index: number): string | null => {
  if (isTwice(rules, index)) return texts.twice;
  const { channel } = rules[index]!;
  const cell = settings.kinds.find(({ kind }) => kind === 'reminder')?.channels[channel];
  return cell?.wanted === false ? filled(texts.reminderOff, { channel: texts[`channel_${channel}`] }) : null;
};

const ruleView = (input: RemindersInput, rules: readonly Rule[], index: number): TemplateResult => {
  const { texts, language, remind, remove } = input;
  const rule = rules[index]!;
  const complaint = complaintOf(input, rules, index);
  const put = (change: Partial<Rule>) =>
    remind(rules.map((other, at) => (at === index ? { ...other, ...change } : other)));
  const chosen = (event: Event) => (event.target as HTMLSelectElement).value;
  const name = filled(texts.reminder, { count: new Intl.NumberFormat(language).format(index + 1) });
  const described = complaint ? `said-${index}` : nothing;
  return html`<li class="rule">
    <div class="fields" role="group" aria-label=${name}>
      <div class="field">
        <label for="when-${index}">${texts.when}</label>
        <select id="when-${index}" aria-invalid=${isTwice(rules, index)} aria-describedby=${described} @change=${(event: Event) => put({ minutesBefore: Number(chosen(event)) })}>
          ${timesWith(rule.minutesBefore).map((minutes) => html`<option value=${minutes} .selected=${live(minutes === rule.minutesBefore)}>${filled(texts.before, { span: timeText(minutes, language) })}</option>`)}
        </select>
      </div>
      <div class="field short">
        <label for="by-${index}">${texts.by}</label>
        <select id="by-${index}" aria-describedby=${described} @change=${(event: Event) => put({ channel: chosen(event) as Channel })}>
          ${channels.map((channel) => html`<option value=${channel} .selected=${live(channel === rule.channel)}>${texts[`channel_${channel}`]}</option>`)}
        </select>
      </div>
      <button type="button" @click=${() => remove(rules, index)}>${texts.remove}</button>
    </div>
    ${complaint ? html`<p id="said-${index}" class=${isTwice(rules, index) ? 'error' : 'quiet'}>${complaint}</p>` : nothing}
  </li>`;
};

/** Renders where reminders come from, and those of one's own. */
export function remindersView(input: RemindersInput): TemplateResult {
  const { texts, isTeam, origin: current, choose, add, settings } = input;
  const rules = settings.reminders ?? [];
  const names = { coach: texts.remindersOfCoach, none: texts.remindersNone, own: texts.remindersOwn };
  const origins: readonly Origin[] = isTeam ? ['none', 'own'] : ['coach', 'own', 'none'];
  return html`<fieldset class="choices">
      <legend>${texts.remindersTitle}</legend>
      ${origins.map((origin) => html`<label><input type="radio" name="reminders" value=${origin} .checked=${live(origin === current)} @change=${() => choose(origin)} />${names[origin]}</label>`)}
    </fieldset>
    ${
      current === 'own'
        ? html`<ul>
              ${rules.map((_, index) => ruleView(input, rules, index))}
            </ul>
            <div class="actions">
              <button type="button" class="add" ?hidden=${rules.length >= MAX_OWN} @click=${() => add(rules)}>${texts.add}</button>
            </div>`
        : nothing
    }`;
}
