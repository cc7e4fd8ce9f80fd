import { createTransport } from 'nodemailer';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { threadHeaders, type MailThread } from './thread-headers.ts';

const thread = (given: Partial<MailThread> = {}) =>
  threadHeaders({ bookingId: '665f21', parts: ['confirmed', 3, 'attendee'], hostname: 'book.fit.example', ...given });

describe('the headers of a mail about a booking', () => {
  it('puts a mail into the thread of the booking', () =>
    expect(thread()).toEqual({
      'Message-ID': '<665f21.confirmed.3.attendee@book.fit.example>',
      'In-Reply-To': '<665f21@book.fit.example>',
      References: '<665f21@book.fit.example>',
      'Auto-Submitted': 'auto-generated',
    }));

  it('makes the same headers for the same message, and others for any other', () => {
    expect(thread()).toEqual(thread());
    const other = thread({ parts: ['confirmed', 3, 'staff:66a0'] });
    expect(other['Message-ID']).toBe('<665f21.confirmed.3.staff-66a0@book.fit.example>');
    expect(other['References']).toBe(thread()['References']);
  });

  it('unsubscribes by one POST where there is something to unsubscribe', () => {
    const headers = thread({ unsubscribe: 'https://book.fit.example/u/x7' });
    expect(headers).toMatchObject({
      'List-Unsubscribe': '<https://book.fit.example/u/x7>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    expect(thread({ unsubscribe: 'http://localhost:4000/u/x7' })).not.toHaveProperty('List-Unsubscribe-Post');
  });

  it('returns the headers from the mail as they went in', async () => {
    const headers = thread({ unsubscribe: `https://book.fit.example/u/${'x7'.repeat(60)}` });
    const transport = createTransport({ streamTransport: true, buffer: true });
    const { message } = await transport.sendMail({ from: 'a@b.example', to: 'c@d.example', text: 'x', headers });
    const read = await new PostalMime().parse(message as Buffer);
    expect(read.messageId).toBe(headers['Message-ID']);
    expect(read.inReplyTo).toBe(headers['In-Reply-To']);
    expect(read.references).toBe(headers['References']);
    for (const name of ['Auto-Submitted', 'List-Unsubscribe', 'List-Unsubscribe-Post'])
      expect(read.headers).toContainEqual(expect.objectContaining({ key: name.toLowerCase(), value: headers[name]! }));
  });
});
