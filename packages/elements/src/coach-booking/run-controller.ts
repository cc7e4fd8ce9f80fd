import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AnyState, Connect, Run } from './run.ts';
import type { Settings } from './settings.ts';
import { attributeProblem, loadProblem, type SetupProblem } from './setup-problem.ts';

/** Holds one run: starts it, restarts it for other settings, and ends it when the element has left the page. */
export class RunController implements ReactiveController {
  run: Run | undefined;
  /** The problem with the settings or the device that prevents a run. */
  problem: SetupProblem | undefined;
  #stopListening: (() => void) | undefined;
  /** The settings of the latest start; an answer to an earlier one is dropped. */
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

  /** Ends the run: releases its hold and aborts its requests. */
  stop(): void {
    this.#stopListening?.();
    this.run?.flow.stop();
    this.run = this.problem = this.#stopListening = this.#settings = undefined;
  }

  /**
   * Moving a node disconnects and connects it within one task: a node that is still disconnected afterwards has left
   * the page.
   */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.host.isConnected) this.stop();
    });
  }
}
