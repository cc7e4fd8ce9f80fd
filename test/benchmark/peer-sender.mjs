// The least that sends mails from a store: finds what is due and marks it, sends it, marks it sent. Eight at a time, as
// the server; no lease that ends, no second look, no template. Ends when nothing is due.
import mongoose from 'mongoose';
import { createTransport } from 'nodemailer';

const { MONGODB_URI: uri, SMTP_URL: url } = process.env;
const connection = await mongoose.createConnection(uri).asPromise();
const rows = connection.collection('peer');
const transport = createTransport({ url, pool: true });

async function lane() {
  for (;;) {
    const row = await rows.findOneAndUpdate(
      { state: 'due', dueAt: { $lte: new Date() } },
      { $set: { state: 'leased' } },
      { sort: { dueAt: 1, _id: 1 } },
    );
    if (!row) return;
    await transport.sendMail(row.mail);
    await rows.updateOne({ _id: row._id }, { $set: { state: 'sent' } });
  }
}

const begun = performance.now();
await Promise.all(Array.from({ length: 8 }, lane));
process.send({ seconds: (performance.now() - begun) / 1000 });
transport.close();
await connection.close();
process.disconnect();
