export { runningOn } from './endpoint.ts';
export { FolderInUseError, lockFolder } from './folder-lock.ts';
export { startEmbeddedMongoDB, type EmbeddedMongoDB, type EmbeddedMongoDBOptions } from './start.ts';
export {
  startInThread as startApart,
  type ThreadedMongoDB as ApartMongoDB,
  type ThreadOptions as ApartOptions,
} from './start-in-thread.ts';
