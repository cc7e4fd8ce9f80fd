export { FolderInUseError } from './folder-lock.ts';
export { startEmbeddedMongoDB, type EmbeddedMongoDB, type EmbeddedMongoDBOptions } from './start.ts';
