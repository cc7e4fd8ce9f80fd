import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AnyState, Connect, Run } from './run.ts';
import type { Settings } from './settings.ts';
import { attributeProblem, loadProblem, type SetupProblem } from './setup-problem.ts';

/**
 * Keeps one run alive: starts it, starts it anew for other settings, and ends it when the element has really left the
 * page.
 */
export class RunController implements ReactiveController {
  run: Run | undefined;
  /** The problem on this side that prevents a run. */
  problem: SetupProblem | undefined;
  #stopListening: (() => void) | undefined;
  /** The latest start; an answer to an earlier one is dropped. */
  #settings: Settings | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly changed: (state: AnyState, before: AnyState) => void,
  ) {
    host.addController(this);
  }

  get started(): boolean {
    return !!this.#settings;
  }

  start(settings: Settings, connect: Connect): void {
    this.stop();
    this.#settings = settings;
    this.problem = attributeProblem(settings);
    if (this.problem) return;
    const begin = (run: Run) => {
      if (this.#settings !== settings) return;
      this.run = run;
      this.#stopListening = run.flow.$state.listen((state, before) => {
        this.changed(state, before!);
        this.host.requestUpdate();
      });
      run.flow.start();
      this.host.requestUpdate();
    };
    const run = connect(settings);
    if (!(run instanceof Promise)) return begin(run);
    run.then(begin, () => {
      if (this.#settings !== settings) return;
      this.problem = loadProblem;
      this.host.requestUpdate();
    });
  }

  /** Ends the run: its hold is given back, its requests are aborted. */
  stop(): void {
    this.#stopListening?.();
    this.run?.flow.stop();
    this.run = this.problem = this.#stopListening = this.#settings = undefined;
  }

  /** Moving a node takes it out and puts it back within one task: only what is still out after that has left. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.host.isConnected) this.stop();
    });
  }
}
