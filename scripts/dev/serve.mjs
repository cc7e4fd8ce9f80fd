// Starts the server from its sources, like `npm start` the built one; the drop-in files are in the given folder.
// Started by scripts/dev.mjs.
import { composeServer } from '../../packages/server/src/compose.ts';
import { printed } from '../../packages/server/src/compose-refusal.ts';
import { readConfig } from '../../packages/server/src/config.ts';
import { welcome } from '../../packages/server/src/welcome.ts';

try {
  const server = await composeServer(readConfig(process.env), (line) => console.error(line), {
    dropIns: [process.argv[2]],
  });
  process.send?.({ url: server.url, text: welcome(server) });
  process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
  // The parent process stops this one; the terminal's interrupt reaches both.
  process.on('SIGINT', () => undefined);
  process.once('disconnect', () => void server.stop().then(() => process.exit(0)));
} catch (error) {
  console.error(printed(error));
  process.exit(1);
}
