import type { StandardTexts } from './standard-texts.ts';

const session = `עם: {{ coach.name }}{% if staff.name %}, {{ staff.name }}{% endif %}
איפה: {{ place }}
דרכי הגעה: {{ place_hint }}`;
const extras = `מה להביא: {{ what_to_bring }}
הצטרפות: {{ join_link }}
סיסמה: {{ join_password }}
מחיר: {{ price }}`;
const about = `מתי: {{ when }}
${session}`;
const fixed = `${about}
${extras}`;
const sessionForCoach = `מי: {{ lead.name }}
איפה: {{ place }}`;
const forCoach = `מתי: {{ when }}
${sessionForCoach}`;
const answers = 'תשובות: {{ answers }}';
const join = `הצטרפות: {{ join_link }}
סיסמה: {{ join_password }}`;
const fixedForCoach = `${forCoach}
${join}`;
const hello = 'שלום {{ lead.name }},';
const helloCoach = 'שלום {{ coach.name }},';
const manage = 'שינוי או ביטול: {{ manage_link }}';
const choose = 'בחירת זמן אחר: {{ reschedule_link }}';
const offers = `{% if offer_1 %}זמנים פנויים שאולי יתאימו לכם:{% endif %}
{{ offer_1 }}: {{ offer_1_link }}
{{ offer_2 }}: {{ offer_2_link }}
{{ offer_3 }}: {{ offer_3_link }}`;
const open = 'פתיחת היומן: {{ calendar_link }}';
const reason = 'סיבה: {{ reason }}';
const subject = '{{ service.title }} עם {{ coach.name }}';
const subjectForCoach = '{{ lead.name }}: {{ service.title }}';
const at = '{{ date }}, {{ time }} {{ zone }}';
/** A booking may have no time, only a place. */
const then = `{% if date %}: ${at}{% endif %}`;
const comma = `{% if date %}, ${at}{% endif %}`;
const inBrackets = `{% if date %} (${at}){% endif %}`;

export const he: StandardTexts = {
  language: 'he',
  dir: 'rtl',
  words: {
    when: '{date}, {time} ({zone})',
    whenUntil: '{date}, {time} – {end} ({zone})',
    unnamed: { attendee: 'וברוכים הבאים', coach: 'מישהו' },
    sentBy: {
      attendee: 'ההודעה נשלחה מאת {brand} בעקבות ההזמנה שלכם אצל {coach}.',
      coach: 'ההודעה נשלחה מאת {brand} משום שאתם מקבלים שם הזמנות.',
    },
    unsubscribe: 'לא לשלוח עוד הודעות מסוג זה',
    healthAnswers: 'בנושא בריאות: ראו בהזמנה',
  },
  calendar: {
    attendee: `${session}
${extras}

${manage}`,
    coach: `${sessionForCoach}
${join}

${open}`,
  },
  attendee: {
    requested: {
      subject,
      mail: `# הבקשה שלכם בדרך

${hello}

הבקשה שלכם אל {{ coach.name }} התקבלה: {{ service.title }}. נעדכן אתכם מיד כשתהיה תשובה; עד אז עוד לא נקבע דבר.

${about}
מחיר: {{ price }}

שינוי או משיכה של הבקשה: {{ manage_link }}`,
      sms: `הבקשה שלכם אל {{ coach.name }} התקבלה${then}. נעדכן אתכם בתשובה.`,
      push: ['הבקשה נשלחה', `אל {{ coach.name }}${then}`],
    },
    confirmed: {
      subject,
      mail: `# ההזמנה נקבעה

${hello}

{{ service.title }} עם {{ coach.name }} נקבע. נתראה!

${fixed}

${manage}`,
      sms: `ההזמנה עם {{ coach.name }} נקבעה${then}`,
      push: ['ההזמנה נקבעה', `{{ service.title }} עם {{ coach.name }}${comma}`],
    },
    declined: {
      subject,
      mail: `# הבקשה שלכם נדחתה

${hello}

לצערנו אי אפשר לקיים את הפגישה שביקשתם עם {{ coach.name }}. חבל שהפעם זה לא הסתדר.

${about}
${reason}

${choose}

${offers}`,
      sms: `לצערנו הבקשה שלכם אל {{ coach.name }} נדחתה${inBrackets}. בחרו זמן אחר.`,
      push: ['הבקשה שלכם נדחתה', `{{ coach.name }}${comma}. בחרו זמן אחר.`],
    },
    expired: {
      subject,
      mail: `# תוקף הבקשה שלכם פג

${hello}

לא התקבלה תשובה בזמן מאת {{ coach.name }}. סליחה על ההמתנה.

${about}

${choose}

${offers}`,
      sms: `לצערנו לא התקבלה תשובה בזמן מאת {{ coach.name }}. בחרו זמן אחר.`,
      push: ['תוקף הבקשה שלכם פג', `לא התקבלה תשובה בזמן מאת {{ coach.name }}. בחרו זמן אחר.`],
    },
    changed: {
      subject,
      mail: `# לפגישה שלכם יש זמן חדש

${hello}

{{ service.title }} עם {{ coach.name }} הועבר. רשמו לפניכם את הזמן החדש.

${fixed}
לפני כן: {{ old_when }}
${reason}

${manage}`,
      sms: `זמן חדש לפגישה עם {{ coach.name }}: ${at}. לפני כן: {{ old_date }}, {{ old_time }}.`,
      push: ['זמן חדש לפגישה', `עם {{ coach.name }}: ${at}`],
    },
    cancelled: {
      subject,
      mail: `# הפגישה שלכם בוטלה

${hello}

{{ service.title }} עם {{ coach.name }} לא יתקיים. אין צורך לעשות דבר.

${about}
${reason}

${choose}

${offers}`,
      sms: `הפגישה עם {{ coach.name }} בוטלה${inBrackets}.`,
      push: ['הפגישה שלכם בוטלה', `עם {{ coach.name }}${comma}`],
    },
    reminder: {
      subject: 'תזכורת: הפגישה עם {{ coach.name }} {{ time_until }}',
      mail: `# נתראה {{ time_until }}

${hello}

תזכורת קצרה לפגישה שלכם עם {{ coach.name }}.

${fixed}

${manage}`,
      sms: 'הפגישה עם {{ coach.name }} {{ time_until }}, בשעה {{ time }} {{ zone }}. הצטרפות: {{ join_link }}',
      push: ['הפגישה שלכם {{ time_until }}', '{{ service.title }} עם {{ coach.name }}, {{ time }}'],
    },
    follow_up: {
      subject: 'החמצתם את הפגישה? נמצא זמן אחר',
      mail: `# חיכינו לכם

${hello}

לא נפגשנו בזמן שקבענו. זה בסדר גמור! בואו נמצא זמן שמתאים לכם יותר.

בחירת זמן חדש: {{ reschedule_link }}

${offers}

{{ coach.name }}`,
      sms: 'החמצתם את הפגישה עם {{ coach.name }}. זה בסדר גמור: בחרו זמן חדש שנוח לכם.',
      push: ['החמצתם את הפגישה?', 'זה בסדר גמור! בחרו זמן שמתאים לכם יותר.'],
    },
    welcome: {
      subject: 'ברוכים הבאים אל {{ partner.name }}',
      mail: `# ברוכים הבאים

${hello}

החשבון שלכם מוכן. ההזמנות שעשיתם כאורחים עם הכתובת הזאת שייכות אליו, וגם אלה שתעשו מעכשיו.

פתיחת החשבון: {{ calendar_link }}`,
    },
    unproven: {
      subject: 'נא לאשר: {{ service.title }} עם {{ coach.name }}',
      mail: `# נא לאשר את ההזמנה

${hello}

נשאר צעד אחד: אשרו שההזמנה שלכם. הקישור תקף למשך {{ link_lifetime }}; עד אז הזמן שמור לכם.

${about}
מחיר: {{ price }}

אישור ההזמנה: {{ confirm_link }}

זה לא היה מכם? אין צורך לעשות דבר, ושום דבר לא יוזמן.`,
    },
  },
  coach: {
    requested: {
      subject: subjectForCoach,
      mail: `# בקשה חדשה

${helloCoach}

בקשה חדשה מאת {{ lead.name }}: {{ service.title }}.{% if date %} הזמן שמור עד שתענו.{% endif %}

${forCoach}
${answers}

אישור או דחייה: {{ calendar_link }}`,
      sms: `בקשה מאת {{ lead.name }}: {{ service.title }}${comma}. נא לאשר או לדחות.`,
      push: ['בקשה חדשה: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    confirmed: {
      subject: subjectForCoach,
      mail: `# הזמנה חדשה

${helloCoach}

הזמנה חדשה מאת {{ lead.name }}: {{ service.title }}.

${fixedForCoach}
${answers}

${open}`,
      sms: `הזמנה מאת {{ lead.name }}: {{ service.title }}${comma}`,
      push: ['הזמנה: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    declined: {
      subject: subjectForCoach,
      mail: `# הבקשה נדחתה

${helloCoach}

הבקשה של {{ lead.name }} נדחתה.{% if date %} הזמן פנוי שוב.{% endif %}

${forCoach}
${reason}

${open}`,
      sms: `הבקשה של {{ lead.name }} נדחתה${inBrackets}.`,
      push: ['הבקשה נדחתה: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    expired: {
      subject: subjectForCoach,
      mail: `# תוקף הבקשה פג

${helloCoach}

הבקשה של {{ lead.name }} לא נענתה בזמן ותוקפה פג.{% if date %} הזמן פנוי שוב.{% endif %}

${forCoach}

${open}`,
      sms: `הבקשה של {{ lead.name }} לא נענתה בזמן ותוקפה פג${inBrackets}.`,
      push: ['תוקף הבקשה פג: {{ lead.name }}', `לא נענתה בזמן${then}`],
    },
    changed: {
      subject: subjectForCoach,
      mail: `# זמן חדש

${helloCoach}

הפגישה עם {{ lead.name }} הועברה.

${fixedForCoach}
לפני כן: {{ old_when }}
${reason}

${open}`,
      sms: `זמן חדש עם {{ lead.name }}: ${at}. לפני כן: {{ old_date }}, {{ old_time }}.`,
      push: ['זמן חדש: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    cancelled: {
      subject: subjectForCoach,
      mail: `# הפגישה בוטלה

${helloCoach}

הפגישה עם {{ lead.name }} בוטלה.{% if date %} הזמן פנוי שוב.{% endif %}

${forCoach}
${reason}

${open}`,
      sms: `בוטל: {{ lead.name }}${comma}`,
      push: ['בוטל: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    reminder: {
      subject: 'תזכורת: {{ lead.name }} {{ time_until }}',
      mail: `# הפגישה הבאה {{ time_until }}

${helloCoach}

תזכורת קצרה לפגישה שלכם עם {{ lead.name }}.

${fixedForCoach}

${open}`,
      sms: '{{ service.title }} עם {{ lead.name }} {{ time_until }}, בשעה {{ time }} {{ zone }}. הצטרפות: {{ join_link }}',
      push: ['{{ lead.name }} {{ time_until }}', '{{ service.title }}, {{ time }}'],
    },
    conflict: {
      subject: subjectForCoach,
      mail: `# היומן שלכם תפוס אז

${helloCoach}

ביומן "{{ busy_calendar }}" יש משהו בזמן של {{ service.title }} עם {{ lead.name }}. הפגישה נשארת כפי שהיא עד שתשנו אותה.

${fixedForCoach}

${open}`,
      sms: `ביומן "{{ busy_calendar }}" יש משהו בזמן הפגישה עם {{ lead.name }}${then}`,
      push: ['התנגשות ביומן: {{ lead.name }}', `ביומן "{{ busy_calendar }}" יש אז משהו${then}`],
    },
    welcome: {
      subject: 'ברוכים הבאים אל {{ partner.name }}',
      mail: `# ברוכים הבאים

${helloCoach}

היומן שלכם מוכן. הזינו תחילה את שעות העבודה ואת השירותים, ואחר כך שתפו את הכתובת של עמוד ההזמנות שלכם.

${open}`,
    },
  },
};
