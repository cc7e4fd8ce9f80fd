import type { Variables } from '../expression/scope.ts';
import type { Document } from '../values/document.ts';

/** What stages may reach beside the documents that flow through them. */
export interface PipelineContext {
  /** Documents of another collection of the database that a filter finds. */
  collection(name: string, filter: Document): readonly Document[];
  readonly variables: Variables;
}

/** One run of a stage. It keeps no more of what flows through it than it needs for what is still to come. */
export interface Flow {
  /** Takes some documents; gives those that are ready. */
  take(documents: readonly Document[]): readonly Document[];
  /** Called after the last documents; gives what was kept back. */
  end(): readonly Document[];
}

/** Begins a run. */
export type Stage = () => Flow;

type Pass = (documents: readonly Document[]) => readonly Document[];

/** A stage that makes something of each document, whatever comes before or after it. */
export function passing(pass: Pass): Stage {
  return () => ({ take: pass, end: () => [] });
}

/** A stage that must have all documents. */
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

/** Stages one behind the other. */
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

/** All that comes out of a stage for all that goes in. */
export function outcome(stage: Stage, documents: readonly Document[]): readonly Document[] {
  const flow = stage();
  return [...flow.take(documents), ...flow.end()];
}

/** Compiles a whole pipeline; handed to the stages that have pipelines of their own. */
export type CompilePipeline = (pipeline: unknown, context: PipelineContext) => Stage;
