import { html, type TemplateResult } from 'lit';
import { checkField, selectField, textField } from '@coach-booking/elements/internal/fields';
import type { EditorState } from './partner-editor.ts';
import { caps, fieldNames, type Cap } from './partner-form.ts';
import type { AdminView } from './view.ts';

/** Renders whether admins need a second factor. */
export function secondFactorView({ say, editor }: AdminView, { form, phase }: EditorState): TemplateResult {
  const rules = ['none', 'admins'] as const;
  return html`<fieldset class="card">
    <legend>${say('secondFactor')}</legend>
    ${selectField({
      id: 'requireSecondFactor',
      label: say(fieldNames.requireSecondFactor),
      hiddenLabel: true,
      value: form!.requireSecondFactor,
      busy: phase === 'saving',
      options: rules.map((rule) => [rule, say(`factorRule_${rule}`)] as const),
      change: (rule) => editor.change({ requireSecondFactor: rule as (typeof rules)[number] }),
    })}
    <p class="quiet">${say('factorRuleText')}</p>
  </fieldset>`;
}

/** Renders the caps on a visitor, and whether visitors must pass a challenge. */
export function visitorsView({ say, editor }: AdminView, { form, errors, phase }: EditorState): TemplateResult {
  const busy = phase === 'saving';
  const { serverCaps, challenge, confirmByEmail } = form!;
  const cap = (field: Cap) =>
    textField({
      id: field,
      label: say(fieldNames[field]),
      hint: say('capHint'),
      maxLength: 7,
      value: form![field],
      busy: busy || serverCaps,
      error: errors[field] && say(errors[field]),
      input: (value) => editor.change({ [field]: value }),
    });
  return html`<fieldset class="card">
    <legend>${say('visitors')}</legend>
    <p class="quiet">${say('visitorsText')}</p>
    ${caps.map(cap)}
    ${checkField({ id: 'serverCaps', label: say(fieldNames.serverCaps), checked: serverCaps, busy, change: (on) => editor.change({ serverCaps: on }) })}
    ${checkField({ id: 'challenge', label: say(fieldNames.challenge), checked: challenge, busy, change: (on) => editor.change({ challenge: on }) })}
    <p class="quiet">${say('challengeText')}</p>
    ${checkField({ id: 'confirmByEmail', label: say(fieldNames.confirmByEmail), checked: confirmByEmail, busy, change: (on) => editor.change({ confirmByEmail: on }) })}
    <p class="quiet">${say('confirmByEmailText')}</p>
  </fieldset>`;
}
