/**
 * Brings coaches, clients and bookings along from CSV files of the folder `past`. First it tries them out, and with
 * `--run` it writes them; run again it writes nothing twice.
 *
 *   BASE_URL=http://localhost:4000 node import.mjs --run
 *
 * SECRET_KEY defaults to the one of the demo partner.
 */
import { createClient, csvParts } from '@coach-booking/sdk';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const partner = createClient({
  secretKey: process.env.SECRET_KEY ?? 'sk_test_demo',
  baseUrl: process.env.BASE_URL ?? 'http://localhost:4000',
});
const dryRun = !process.argv.includes('--run');

/** Bookings name coaches and clients by their previous ids, so those are imported first. */
const imports = {
  coaches: partner.importCoaches,
  clients: partner.importClients,
  bookings: partner.importBookings,
};

for (const [kind, send] of Object.entries(imports)) {
  const text = await readFile(join(import.meta.dirname, 'past', `${kind}.csv`), 'utf8');
  const counts = { created: 0, existing: 0, refused: 0 };
  for (const { csv, offset } of csvParts(text)) {
    const report = await send({ csv, dryRun });
    for (const outcome of Object.keys(counts)) counts[outcome] += report[outcome];
    for (const { row, errors = [] } of report.rows)
      for (const { field, code, message } of errors)
        console.log(`${kind}.csv, row ${row + offset}${field ? `, ${field}` : ''}: ${message} (${code})`);
  }
  const { created, existing, refused } = counts;
  console.log(`${kind}: ${created} ${dryRun ? 'to create' : 'created'}, ${existing} there before, ${refused} refused`);
}
