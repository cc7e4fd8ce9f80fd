export { runningOn } from './endpoint.ts';
export { FolderInUseError, lockFolder } from './folder-lock.ts';
export { startEmbeddedMongoDB, type EmbeddedMongoDB, type EmbeddedMongoDBOptions } from './start.ts';
export { startApart, type ApartMongoDB, type ApartOptions } from './start-apart.ts';
