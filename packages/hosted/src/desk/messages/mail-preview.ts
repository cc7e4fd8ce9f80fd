import { html, type TemplateResult } from 'lit';

/**
 * Renders a mail as its reader sees it, apart from the page: in a frame without an origin, whose document has a policy
 * of its own. It may use the styles that are written in mails, runs no script of theirs, and reaches nothing of the
 * page. Links in it lead nowhere.
 */
export function mailPreview(title: string, markup: string): TemplateResult {
  const show = ({ target }: Event) => (target as HTMLIFrameElement).contentWindow?.postMessage(markup, '*');
  return html`<iframe title=${title} sandbox="allow-scripts" src="/pages/preview?${markup.length}" referrerpolicy="no-referrer" @load=${show}></iframe>`;
}
