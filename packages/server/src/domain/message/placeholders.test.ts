import { describe, expect, it } from 'vitest';
import { withVariables } from './placeholders.ts';

describe('a placeholder in brackets', () => {
  it('becomes its variable, in each text of the requirement', () => {
    expect(withVariables('Reminder: Your appointment with [Coach Name] tomorrow')).toBe(
      'Reminder: Your appointment with {{ coach.name }} tomorrow',
    );
    expect(
      withVariables(
        'Hi [Lead Name], this is a reminder that you have an appointment scheduled for [Date] at [Time]. Join here: [Zoom Link]',
      ),
    ).toBe(
      'Hi {{ lead.name }}, this is a reminder that you have an appointment scheduled for {{ date }} at {{ time }}. Join here: {{ join_link }}',
    );
  });

  it.each([
    ['[lead name]', '{{ lead.name }}'],
    ['[ Zoom  Link ]', '{{ join_link }}'],
    ['[DATE][TIME]', '{{ date }}{{ time }}'],
  ])('reads %s as a placeholder too', (written, text) => expect(withVariables(written)).toBe(text));

  it.each([
    '[Gym Name]',
    'see [1]',
    '{{ x["Date"] }}',
    "{% if a == '[Time]' %}b{% endif %}",
    '[Lead\nName]',
    '{{ lead[date] }}',
  ])('finds no placeholder in %j', (text) => expect(withVariables(text)).toBe(text));

  it('changes nothing the second time', () => {
    const once = withVariables('[Lead Name] [Date]');
    expect(withVariables(once)).toBe(once);
  });
});
