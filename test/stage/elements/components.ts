import { drawComponents, uiStates } from '../../../packages/hosted/test/ui-stage.ts';
import { showToast } from '../../../packages/hosted/src/ui/toasts.ts';
import type { ElementStates } from '../element-states.ts';

/** Every component of the design language, and the messages in the corner. */
export const components: ElementStates = {
  ...Object.fromEntries(
    Object.keys(uiStates).map((state) => [state, ({ theme, lang }) => drawComponents(state, theme, lang)]),
  ),
  toasts: async ({ theme }) => {
    showToast('Moved to Friday, 9:00.', { action: { text: 'Undo', run: () => {} } });
    showToast('This was not saved: the server cannot be reached.', { isProblem: true });
    document.querySelector<HTMLElement>('coach-toasts')!.style.colorScheme = theme;
  },
};
