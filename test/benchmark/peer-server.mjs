// The peer of the routes: bare Express on the same store, doing only the one read or the one insert that is
// indispensable. MONGODB_URI=… READ_IDS='["…"]' READY_ANSWER='{…}' node peer-server.mjs sends { url } to its parent
// when it serves
import express from 'express';
import mongoose from 'mongoose';

const concern = { w: 'majority', j: true };
const connection = await mongoose
  .createConnection(process.env.MONGODB_URI, { writeConcern: concern, readPreference: 'primary', maxPoolSize: 20 })
  .asPromise();
const ledgers = connection.collection('day_ledgers');
const bookings = connection.model(
  'PeerBooking',
  new mongoose.Schema(
    {
      coachId: String,
      serviceId: String,
      start: Date,
      end: Date,
      name: String,
      email: String,
      status: String,
      createdAt: Date,
    },
    { writeConcern: concern },
  ),
);

const ids = JSON.parse(process.env.READ_IDS ?? '[]');
const ready = Buffer.from(process.env.READY_ANSWER ?? '{}');
const app = express().disable('x-powered-by').disable('etag');

app.get('/slots', async (_request, response) => {
  await ledgers.find({ _id: { $in: ids } }).toArray();
  response.type('json').send(ready);
});

app.post('/bookings', express.json(), async (request, response) => {
  const { coachId, serviceId, start, attendee } = request.body;
  const from = new Date(start);
  const made = await bookings.create({
    coachId,
    serviceId,
    start: from,
    end: new Date(from.getTime() + 900_000),
    name: attendee.name,
    email: attendee.email,
    status: 'confirmed',
    createdAt: new Date(),
  });
  response.status(201).json({ success: true, data: made });
});

const server = app.listen(0, '127.0.0.1', () => process.send?.({ url: `http://127.0.0.1:${server.address().port}` }));
