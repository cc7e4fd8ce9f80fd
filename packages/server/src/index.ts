export { composeServer, type RunningServer } from './compose.ts';
export { ConfigError, readConfig, type Config } from './config.ts';
