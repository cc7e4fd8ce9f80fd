import type { StandardTexts } from './standard-texts.ts';

const session = `مع: {{ coach.name }}{% if staff.name %}، {{ staff.name }}{% endif %}
المكان: {{ place }}
كيفية الوصول: {{ place_hint }}`;
const extras = `ما يجب إحضاره: {{ what_to_bring }}
رابط الانضمام: {{ join_link }}
كلمة المرور: {{ join_password }}
السعر: {{ price }}`;
const about = `الموعد: {{ when }}
${session}`;
const fixed = `${about}
${extras}`;
const sessionForCoach = `الاسم: {{ lead.name }}
المكان: {{ place }}`;
const forCoach = `الموعد: {{ when }}
${sessionForCoach}`;
const answers = 'الإجابات: {{ answers }}';
const join = `رابط الانضمام: {{ join_link }}
كلمة المرور: {{ join_password }}`;
const fixedForCoach = `${forCoach}
${join}`;
const hello = 'مرحبًا {{ lead.name }}،';
const helloCoach = 'مرحبًا {{ coach.name }}،';
const manage = 'تغيير الحجز أو إلغاؤه: {{ manage_link }}';
const choose = 'اختيار وقت آخر: {{ reschedule_link }}';
const offers = `{% if offer_1 %}أوقات متاحة قد تناسبك:{% endif %}
{{ offer_1 }}: {{ offer_1_link }}
{{ offer_2 }}: {{ offer_2_link }}
{{ offer_3 }}: {{ offer_3_link }}`;
const open = 'فتح التقويم: {{ calendar_link }}';
const reason = 'السبب: {{ reason }}';
const subject = '{{ service.title }} مع {{ coach.name }}';
const subjectForCoach = '{{ lead.name }}: {{ service.title }}';
const at = '{{ date }}، {{ time }} {{ zone }}';
/** A booking may have no time, only a place. */
const on = `{% if date %} يوم ${at}{% endif %}`;
const then = `{% if date %}: ${at}{% endif %}`;
const comma = `{% if date %}، ${at}{% endif %}`;

export const ar: StandardTexts = {
  language: 'ar',
  dir: 'rtl',
  words: {
    when: '{date}، {time} ({zone})',
    whenUntil: '{date}، {time} – {end} ({zone})',
    unnamed: { attendee: 'بك', coach: 'أحد الزوار' },
    sentBy: {
      attendee: 'أرسل {brand} هذه الرسالة بشأن حجزك مع {coach}.',
      coach: 'أرسل {brand} هذه الرسالة لأنك تستقبل الحجوزات لديه.',
    },
    unsubscribe: 'إيقاف الرسائل من هذا النوع',
    healthAnswers: 'عن الصحة: انظر الحجز',
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
      mail: `# أُرسل طلبك

${hello}

وصل طلبك إلى {{ coach.name }}: {{ service.title }}. سنخبرك فور وصول الرد، ولا شيء مؤكد حتى ذلك الحين.

${about}
السعر: {{ price }}

تغيير الطلب أو سحبه: {{ manage_link }}`,
      sms: `طلبك لدى {{ coach.name }}${then}`,
      push: ['أُرسل طلبك', `طلبك لدى {{ coach.name }}${then}`],
    },
    confirmed: {
      subject,
      mail: `# تم حجز موعدك

${hello}

حُجز لك {{ service.title }} مع {{ coach.name }}. نتطلع إلى رؤيتك.

${fixed}

${manage}`,
      sms: `تم حجز موعدك مع {{ coach.name }}${then}`,
      push: ['تم حجز موعدك', `{{ service.title }} مع {{ coach.name }}${comma}`],
    },
    declined: {
      subject,
      mail: `# رُفض طلبك

${hello}

لا يستطيع {{ coach.name }} قبول الموعد الذي طلبته. نأسف لأن الأمر لم ينجح هذه المرة.

${about}
${reason}

${choose}

${offers}`,
      sms: `نأسف، لا يستطيع {{ coach.name }} قبول موعدك${on}. اختر وقتًا آخر.`,
      push: ['رُفض طلبك', `لا يستطيع {{ coach.name }} قبول موعدك${on}. اختر وقتًا آخر.`],
    },
    expired: {
      subject,
      mail: `# انتهى طلبك

${hello}

لم يردّ {{ coach.name }} في الوقت المناسب. نأسف على الانتظار.

${about}

${choose}

${offers}`,
      sms: 'نأسف، لم يردّ {{ coach.name }} على طلبك في الوقت المناسب. اختر وقتًا آخر.',
      push: ['انتهى طلبك', 'لم يردّ {{ coach.name }} في الوقت المناسب. اختر وقتًا آخر.'],
    },
    changed: {
      subject,
      mail: `# لموعدك وقت جديد

${hello}

تغيّر موعد {{ service.title }} مع {{ coach.name }}. يرجى تدوين الوقت الجديد.

${fixed}
سابقًا: {{ old_when }}
${reason}

${manage}`,
      sms: `وقت جديد لموعدك مع {{ coach.name }}: ${at}. سابقًا: {{ old_date }}، {{ old_time }}.`,
      push: ['وقت جديد لموعدك', `مع {{ coach.name }}: ${at}`],
    },
    cancelled: {
      subject,
      mail: `# أُلغي موعدك

${hello}

لن تُعقد جلسة {{ service.title }} مع {{ coach.name }}. لا يلزمك فعل أي شيء.

${about}
${reason}

${choose}

${offers}`,
      sms: `أُلغي موعدك مع {{ coach.name }}${on}.`,
      push: ['أُلغي موعدك', `مع {{ coach.name }}${comma}`],
    },
    reminder: {
      subject: 'تذكير: موعدك مع {{ coach.name }} {{ time_until }}',
      mail: `# موعدك {{ time_until }}

${hello}

نذكّرك بموعدك مع {{ coach.name }}.

${fixed}

${manage}`,
      sms: 'موعدك مع {{ coach.name }} {{ time_until }}، {{ time }}. الرابط: {{ join_link }}',
      push: ['موعدك {{ time_until }}', '{{ service.title }} مع {{ coach.name }}، {{ time }}'],
    },
    follow_up: {
      subject: 'فاتك موعدك؟ لنجد وقتًا آخر',
      mail: `# افتقدناك

${hello}

لاحظت أن موعدنا فاتك. لا بأس! لنجد وقتًا يناسبك أكثر.

اختيار وقت جديد: {{ reschedule_link }}

${offers}

{{ coach.name }}`,
      sms: 'فاتك موعدك مع {{ coach.name }}. لا بأس، اختر وقتًا جديدًا.',
      push: ['فاتك موعدك؟', 'لا بأس! اختر وقتًا يناسبك أكثر.'],
    },
    welcome: {
      subject: 'مرحبًا بك لدى {{ partner.name }}',
      mail: `# أهلًا بك

${hello}

حسابك جاهز. ما حجزته بهذا العنوان من دون حساب أصبح فيه، وكذلك كل ما تحجزه من الآن.

فتح الحساب: {{ calendar_link }}`,
    },
    unproven: {
      subject: 'يرجى التأكيد: {{ service.title }} مع {{ coach.name }}',
      mail: `# أكّد حجزك

${hello}

بقيت خطوة واحدة: أكّد أنك أنت من حجز. الرابط صالح لمدة {{ link_lifetime }}، والوقت محفوظ لك حتى ذلك الحين.

${about}
السعر: {{ price }}

تأكيد الحجز: {{ confirm_link }}

لم تكن أنت؟ لا تفعل شيئًا، ولن يُحجز شيء.`,
    },
  },
  coach: {
    requested: {
      subject: subjectForCoach,
      mail: `# طلب جديد

${helloCoach}

طلب جديد من {{ lead.name }}: {{ service.title }}.{% if date %} الوقت محفوظ حتى ترد.{% endif %}

${forCoach}
${answers}

القبول أو الرفض: {{ calendar_link }}`,
      sms: `طلب من {{ lead.name }}: {{ service.title }}${comma}`,
      push: ['طلب جديد: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    confirmed: {
      subject: subjectForCoach,
      mail: `# حجز جديد

${helloCoach}

حجز باسم {{ lead.name }}: {{ service.title }}.

${fixedForCoach}
${answers}

${open}`,
      sms: `حجز باسم {{ lead.name }}: {{ service.title }}${comma}`,
      push: ['حجز: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    declined: {
      subject: subjectForCoach,
      mail: `# رُفض الطلب

${helloCoach}

رُفض طلب {{ lead.name }}.{% if date %} الوقت متاح من جديد.{% endif %}

${forCoach}
${reason}

${open}`,
      sms: `رُفض طلب {{ lead.name }}${comma}`,
      push: ['رُفض طلب: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    expired: {
      subject: subjectForCoach,
      mail: `# انتهى الطلب

${helloCoach}

لم يُردّ على طلب {{ lead.name }} في الوقت المناسب، فانتهى.{% if date %} الوقت متاح من جديد.{% endif %}

${forCoach}

${open}`,
      sms: `انتهى طلب {{ lead.name }} من دون رد${comma}`,
      push: ['انتهى طلب: {{ lead.name }}', `لم يُردّ عليه في الوقت المناسب${then}`],
    },
    changed: {
      subject: subjectForCoach,
      mail: `# وقت جديد

${helloCoach}

تغيّر موعد {{ lead.name }}.

${fixedForCoach}
سابقًا: {{ old_when }}
${reason}

${open}`,
      sms: `وقت جديد: {{ lead.name }}، ${at}. سابقًا: {{ old_date }}، {{ old_time }}.`,
      push: ['وقت جديد: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    cancelled: {
      subject: subjectForCoach,
      mail: `# أُلغي الموعد

${helloCoach}

أُلغي موعد {{ lead.name }}.{% if date %} الوقت متاح من جديد.{% endif %}

${forCoach}
${reason}

${open}`,
      sms: `أُلغي: {{ lead.name }}${comma}`,
      push: ['أُلغي: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    reminder: {
      subject: 'تذكير: {{ lead.name }} {{ time_until }}',
      mail: `# الموعد القادم {{ time_until }}

${helloCoach}

نذكّرك بموعدك مع {{ lead.name }}.

${fixedForCoach}

${open}`,
      sms: 'موعدك مع {{ lead.name }} {{ time_until }}، {{ time }}. الرابط: {{ join_link }}',
      push: ['{{ lead.name }} {{ time_until }}', '{{ service.title }}، {{ time }}'],
    },
    conflict: {
      subject: subjectForCoach,
      mail: `# تقويمك مشغول في ذلك الوقت

${helloCoach}

التقويم «{{ busy_calendar }}» مشغول في وقت {{ service.title }} مع {{ lead.name }}. يبقى الموعد كما هو إلى أن تغيّره.

${fixedForCoach}

${open}`,
      sms: `التقويم «{{ busy_calendar }}» مشغول في وقت موعدك مع {{ lead.name }}${then}`,
      push: ['تعارض في التقويم: {{ lead.name }}', `التقويم «{{ busy_calendar }}» مشغول${then}`],
    },
    welcome: {
      subject: 'مرحبًا بك لدى {{ partner.name }}',
      mail: `# أهلًا بك

${helloCoach}

تقويمك جاهز. حدّد أولًا أوقات عملك وخدماتك، ثم شارك عنوان صفحة الحجز الخاصة بك.

${open}`,
    },
  },
};
