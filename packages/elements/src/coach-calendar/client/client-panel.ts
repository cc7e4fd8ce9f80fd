import { html } from 'lit';
import type { View } from '../panels/parts/panel.ts';
import { adoptClientStyles } from './adopt-styles.ts';
import { clientView } from './client-view.ts';
import type { ClientContext } from './context.ts';
import { openClientWhileShown } from './open-client-while-shown.ts';
import { clientSayFor } from './translations/index.ts';

/**
 * Returns the view of a client in the language of the calendar, once its texts are loaded; the styles are adopted by
 * then.
 */
export async function clientPanelView({ language, element }: View): Promise<(context: ClientContext) => unknown> {
  const say = await clientSayFor(language);
  if (element.shadowRoot) adoptClientStyles(element.shadowRoot);
  return (context) =>
    html`<div class="step" ${openClientWhileShown(context.flow, context.panel.id)}>${clientView(context, say)}</div>`;
}
