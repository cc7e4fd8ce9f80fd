import { claimBehaviour } from './claims.ts';
import { expressionBehaviour } from './expressions.ts';
import { filterBehaviour } from './filters.ts';
import { indexBehaviour } from './indexes.ts';
import { jobBehaviour } from './jobs.ts';
import { libraryBehaviour } from './libraries.ts';
import { pipelineBehaviour } from './pipelines.ts';
import { readBehaviour } from './reads.ts';
import type { Uri } from './scratch.ts';
import { updateBehaviour } from './updates.ts';
import { upsertBehaviour } from './upserts.ts';
import { writeBehaviour } from './writes.ts';

/** Tests everything that the product needs of MongoDB, on any server. Call it inside of a `describe`. */
export function mongoBehaviour(uri: Uri): void {
  claimBehaviour(uri);
  expressionBehaviour(uri);
  filterBehaviour(uri);
  indexBehaviour(uri);
  jobBehaviour(uri);
  libraryBehaviour(uri);
  pipelineBehaviour(uri);
  readBehaviour(uri);
  updateBehaviour(uri);
  upsertBehaviour(uri);
  writeBehaviour(uri);
}
