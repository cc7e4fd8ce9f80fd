import type { Variables } from '../expression/scope.ts';
import type { Document } from '../values/document.ts';

/** The data that stages can read besides the documents of the pipeline. */
export interface PipelineContext {
  /** Returns the documents of another collection of the database that a filter finds. */
  collection(name: string, filter: Document): readonly Document[];
  readonly variables: Variables;
}

/** One run of a stage. It buffers no more of the flow than it needs for later documents. */
export interface Flow {
  /** Takes some documents; returns those that are ready. */
  take(documents: readonly Document[]): readonly Document[];
  /** Called after the last documents; returns what was buffered. */
  end(): readonly Document[];
}

/** Begins a run. */
export type Stage = () => Flow;

type Pass = (documents: readonly Document[]) => readonly Document[];

/** Returns a stage that maps each document by itself. */
export function passing(pass: Pass): Stage {
  return () => ({ take: pass, end: () => [] });
}

/** Returns a stage that needs all documents at once. */
export function gathering(pass: Pass): Stage {
  return () => {
    const all: Document[] = [];
    return {
      take: (documents) => {
        for (const document of documents) all.push(document);
        return [];
      },
      end: () => pass(all),
    };
  };
}

/** Chains stages. */
export function inOrder(stages: readonly Stage[]): Stage {
  return () => {
    const flows = stages.map((stage) => stage());
    const through = (documents: readonly Document[], from: number) =>
      flows.slice(from).reduce((flowing, flow) => (flowing.length > 0 ? flow.take(flowing) : flowing), documents);
    return {
      take: (documents) => through(documents, 0),
      end: () => {
        const last: Document[] = [];
        for (const [at, flow] of flows.entries())
          for (const document of through(flow.end(), at + 1)) last.push(document);
        return last;
      },
    };
  };
}

/** Returns all output of a stage for all input. */
export function outcome(stage: Stage, documents: readonly Document[]): readonly Document[] {
  const flow = stage();
  return [...flow.take(documents), ...flow.end()];
}

/** Compiles a whole pipeline; passed to the stages that have pipelines of their own. */
export type CompilePipeline = (pipeline: unknown, context: PipelineContext) => Stage;
