import type { Variables } from '../expression/scope.ts';
import type { Document } from '../values/document.ts';

/** What stages may reach beside the documents that flow through them. */
export interface PipelineContext {
  /** Documents of another collection of the database that a filter finds. */
  collection(name: string, filter: Document): readonly Document[];
  readonly variables: Variables;
}

/** Takes all documents of the stage before, gives all of its own. */
export type Stage = (documents: readonly Document[]) => readonly Document[];

/** Compiles a whole pipeline; handed to the stages that have pipelines of their own. */
export type CompilePipeline = (pipeline: unknown, context: PipelineContext) => Stage;
