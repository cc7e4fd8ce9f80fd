import { html, nothing, type TemplateResult } from 'lit';
import type { AccountView } from './view.ts';

/**
 * Renders the sections of an account; the team chooses its messages in the desk, where its feeds are, too. Who lacks a
 * second factor that they need sees how to get one, and no more. Sharing may have a page of its own.
 */
export function sectionsView(
  view: AccountView,
  lacksFactor: boolean,
  hasSharing = view.user.role === 'client',
): TemplateResult {
  return html`<p>${view.texts.accountText}</p>
    ${hasSharing ? html`<coach-account-sharing .view=${view}></coach-account-sharing>` : nothing}
    ${lacksFactor ? nothing : html`<coach-account-person .view=${view}></coach-account-person><coach-account-email .view=${view}></coach-account-email><coach-account-password .view=${view}></coach-account-password>`}
    <coach-account-factor .view=${view} .isNeeded=${lacksFactor}></coach-account-factor>
    ${view.user.role === 'client' ? html`<coach-notifications .session=${view.session} .user=${view.user}></coach-notifications><coach-push .session=${view.session}></coach-push><coach-feeds .session=${view.session}></coach-feeds>` : nothing}
    <coach-account-sessions .view=${view}></coach-account-sessions>`;
}
