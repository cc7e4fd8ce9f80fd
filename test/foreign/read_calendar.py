"""Reads a calendar from its input with icalendar, which nobody of this project wrote, and prints what it says as JSON."""

import json
import sys

from icalendar import Calendar

calendar = Calendar.from_ical(sys.stdin.buffer.read())


def event_of(event):
    return {
        "uid": str(event["UID"]),
        "sequence": int(event["SEQUENCE"]),
        "status": str(event["STATUS"]),
        "start": event["DTSTART"].dt.isoformat(),
        "end": event["DTEND"].dt.isoformat(),
        "modified": event["LAST-MODIFIED"].dt.isoformat(),
        "summary": str(event["SUMMARY"]),
        "description": str(event.get("DESCRIPTION", "")),
    }


events = calendar.walk("VEVENT")
print(
    json.dumps(
        {
            "name": str(calendar["X-WR-CALNAME"]),
            "refresh": str(calendar["REFRESH-INTERVAL"]),
            "events": [event_of(event) for event in events],
            "problems": [str(error) for part in [calendar, *events] for error in part.errors],
        }
    )
)
