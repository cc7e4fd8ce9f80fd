import { html, type TemplateResult } from 'lit';
import type { Route } from './route.ts';
import type { AdminView } from './view.ts';

/** Renders the element of a section. */
export function sectionView(view: AdminView, route: Route): TemplateResult {
  switch (route.section) {
    case 'users':
      if (route.id === 'new') return html`<coach-admin-invite .view=${view} .route=${route}></coach-admin-invite>`;
      return route.id
        ? html`<coach-admin-user .view=${view} .route=${route}></coach-admin-user>`
        : html`<coach-admin-users .view=${view} .route=${route}></coach-admin-users>`;
    case 'coaches':
      if (!route.id) return html`<coach-admin-coaches .view=${view} .route=${route}></coach-admin-coaches>`;
      return route.id === 'new'
        ? html`<coach-admin-new-coach .view=${view} .route=${route}></coach-admin-new-coach>`
        : html`<coach-admin-coach .view=${view} .route=${route}></coach-admin-coach>`;
    case 'bookings':
      return html`<coach-admin-bookings .view=${view} .route=${route}></coach-admin-bookings>`;
    case 'calendars':
      return html`<coach-admin-calendars .view=${view} .route=${route}></coach-admin-calendars>`;
    case 'messages':
      return html`<coach-admin-messages .view=${view} .route=${route}></coach-admin-messages>`;
    case 'sender':
      return html`<coach-admin-sender .view=${view} .route=${route}></coach-admin-sender>`;
    case 'unsubscribes':
      return html`<coach-admin-unsubscribes .view=${view} .route=${route}></coach-admin-unsubscribes>`;
    case 'providers':
      return html`<coach-admin-integrations .view=${view} .route=${route}></coach-admin-integrations>`;
    case 'webhooks':
      return route.id
        ? html`<coach-admin-webhook .view=${view} .route=${route}></coach-admin-webhook>`
        : html`<coach-admin-webhooks .view=${view} .route=${route}></coach-admin-webhooks>`;
    case 'audit':
      return html`<coach-admin-audit .view=${view} .route=${route}></coach-admin-audit>`;
    case 'partner':
      return html`<coach-admin-partner .view=${view} .route=${route}></coach-admin-partner>`;
    case 'branding':
      return html`<coach-admin-branding .view=${view} .route=${route}></coach-admin-branding>`;
    case 'questions':
      return html`<coach-admin-questions .view=${view} .route=${route}></coach-admin-questions>`;
    case 'embed':
      return html`<coach-admin-embed .view=${view} .route=${route}></coach-admin-embed>`;
    case 'keys':
      return html`<coach-admin-keys .view=${view} .route=${route}></coach-admin-keys>`;
    case 'import':
      return html`<coach-admin-import .view=${view} .route=${route}></coach-admin-import>`;
    case 'people':
      return html`<coach-admin-people .view=${view} .route=${route}></coach-admin-people>`;
  }
}
