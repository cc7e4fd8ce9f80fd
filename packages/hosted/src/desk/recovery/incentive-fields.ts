import { html, nothing, type TemplateResult } from 'lit';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { isPrice, priceOf, typedPrice } from '../services/price.ts';
import type { Incentive } from './calls.ts';
import type { RecoveryTexts } from './texts/index.ts';

/** A discount as it is typed. */
export interface TypedIncentive {
  readonly type: 'none' | Incentive['type'];
  readonly value: string;
}

export const noIncentive: TypedIncentive = { type: 'none', value: '' };

/** Returns a discount as people type it. */
export function typedIncentive(incentive: Incentive | undefined, currency: string): TypedIncentive {
  if (!incentive) return noIncentive;
  const { type, value } = incentive;
  return { type, value: type === 'percent' ? String(value) : typedPrice({ amount: value, currency }) };
}

/** Returns the discount that was typed: undefined for none, null for one that cannot be. */
export function incentiveOf({ type, value }: TypedIncentive, currency: string): Incentive | undefined | null {
  if (type === 'none') return undefined;
  if (type === 'percent') return /^(100|[1-9]\d?)$/.test(value) ? { type, value: +value } : null;
  const amount = isPrice(value, currency) ? priceOf(value, currency)?.amount : undefined;
  return amount ? { type, value: amount } : null;
}

/** Renders the fields of a discount. `currency` is absent where there is no price to lower. */
export function incentiveFields(
  texts: RecoveryTexts,
  typed: TypedIncentive,
  {
    currency,
    isWrong,
    changed,
  }: { currency: string | undefined; isWrong: boolean; changed: (to: TypedIncentive) => void },
): TemplateResult {
  if (currency === undefined) return html`<p class="quiet">${texts.noPrice}</p>`;
  const pick = ({ target }: Event) =>
    changed({ ...typed, type: (target as HTMLSelectElement).value as TypedIncentive['type'] });
  const type = ({ target }: Event) => changed({ ...typed, value: (target as HTMLInputElement).value.trim() });
  const option = (value: TypedIncentive['type'], words: string) =>
    html`<option value=${value} ?selected=${typed.type === value}>${words}</option>`;
  const label =
    typed.type === 'percent' ? texts.percentValue : filled(texts.amountValue, { currency: isolated(currency) });
  return html`<div class="fields">
      <div class="field">
        <label for="incentive">${texts.incentive}</label>
        <select id="incentive" @change=${pick}>
          ${option('none', texts.incentiveNone)} ${option('percent', texts.incentivePercent)} ${option('amount', texts.incentiveAmount)}
        </select>
      </div>
      ${
        typed.type === 'none'
          ? nothing
          : html`<div class="field short">
              <label for="value">${label}</label>
              <input id="value" inputmode="decimal" maxlength="9" dir="ltr" required .value=${typed.value} aria-invalid=${isWrong} aria-describedby=${isWrong ? 'value-error' : nothing} @change=${type} />
            </div>`
      }
    </div>
    ${isWrong && typed.type !== 'none' ? html`<p class="error" id="value-error">${typed.type === 'percent' ? texts.percentWrong : texts.amountWrong}</p>` : nothing}`;
}
