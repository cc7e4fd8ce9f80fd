import { html, type TemplateResult } from 'lit';
import { textButton } from '../parts/buttons.ts';
import type { View } from '../parts/panel.ts';

/**
 * Renders the notice that another person has saved the schedule since it was opened here (V08); typed changes are kept.
 */
export function movedView(
  { say }: View,
  busy: boolean,
  { theirs: showStored, mine: saveOwn }: { theirs(): void; mine(): void },
): TemplateResult {
  return html`<div role="alert" class="alert">
    <div class="problem" part="problem">
      <p>${say('hoursMoved')}</p>
      <div class="ways">
        ${textButton('soft', say('hoursTheirs'), () => busy || showStored())}
        ${textButton('soft', say('hoursMine'), () => busy || saveOwn())}
      </div>
    </div>
  </div>`;
}
