"""An SMTP server that nobody of this project wrote (aiosmtpd). It reads each mail with Python's own parser of mails and
with icalendar, and prints one line of JSON for it. Refuses gone@ for good (550) and busy@ for now (451)."""

import asyncio
import email
import email.policy
import json

from aiosmtpd.smtp import SMTP
from icalendar import Calendar


def parts_of(mail):
    return [part for part in mail.walk() if not part.is_multipart()]


def event_of(part):
    calendar = Calendar.from_ical(part.get_payload(decode=True))
    [event] = calendar.walk("VEVENT")
    return {
        "method": str(calendar["METHOD"]),
        "parameter": part.get_param("method"),
        "uid": str(event["UID"]),
        "sequence": int(event["SEQUENCE"]),
        "status": str(event["STATUS"]),
        "start": event["DTSTART"].dt.isoformat(),
        "end": event["DTEND"].dt.isoformat(),
        "organizer": str(event["ORGANIZER"]),
        "attendee": str(event["ATTENDEE"]),
        "summary": str(event["SUMMARY"]),
    }


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("gone@"):
            return "550 no such mailbox"
        if address.startswith("busy@"):
            return "451 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        parts = parts_of(mail)
        calendars = [part for part in parts if part.get_content_type() == "text/calendar"]
        print(
            json.dumps(
                {
                    "to": envelope.rcpt_tos,
                    "subject": str(mail["Subject"]),
                    "from": str(mail["From"]),
                    "headers": {name: str(value) for name, value in mail.items()},
                    "defects": [type(defect).__name__ for part in mail.walk() for defect in part.defects],
                    "types": [part.get_content_type() for part in parts],
                    "text": next(p.get_content() for p in parts if p.get_content_type() == "text/plain"),
                    "html": next(p.get_content() for p in parts if p.get_content_type() == "text/html"),
                    "event": event_of(calendars[0]) if calendars else None,
                }
            ),
            flush=True,
        )
        return "250 OK"


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Handler(), enable_SMTPUTF8=True), "127.0.0.1", 0)
    print(json.dumps({"port": server.sockets[0].getsockname()[1]}), flush=True)
    await asyncio.Event().wait()


asyncio.run(main())
