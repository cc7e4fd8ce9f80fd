import { TemplateFailure, type Templates } from '../../application/ports/templates.ts';
import { openLiquid, openStandardLiquid } from './liquid.ts';
import { outcomeOf, type Outcome, type Task } from './task.ts';
import { openThread, type TemplateThread } from './thread.ts';

/** Runs tasks in the caller's thread: from sources, since Node 20 cannot load TypeScript in another one. */
function openHere(): TemplateThread {
  const liquid = openLiquid();
  return { run: async (task) => outcomeOf(liquid, task), close: async () => undefined };
}

/** On a busy machine an honest text can meet a limit of time, but hardly as often as this. */
const TRIES = 3;

/** Opens the renderer of messages. Its thread is started when the first own text is to be rendered. */
export function openTemplates({ entry }: { readonly entry?: URL } = {}): Templates {
  // What is built lies at the top of its folder.
  const isSource = import.meta.url.endsWith('.ts');
  const thread =
    !entry && isSource ? openHere() : openThread(entry ?? new URL('./adapters/templates/worker.js', import.meta.url));
  const standard = openStandardLiquid();
  const run = async (task: Task, tries = TRIES): Promise<Outcome> => {
    const outcome = await thread.run(task);
    return outcome.fault?.code === 'TOO_SLOW' && tries > 1 ? run(task, tries - 1) : outcome;
  };
  return {
    async render(texts, scope) {
      const { texts: rendered = [], fault } = await run({ kind: 'render', texts, scope });
      if (fault) throw new TemplateFailure(fault);
      return rendered;
    },
    renderStandard: (texts, scope) => standard.render(texts, scope),
    async read(text) {
      const { variables = [], fault } = await run({ kind: 'read', text });
      return fault ? { fault } : { variables };
    },
    close: () => thread.close(),
  };
}
