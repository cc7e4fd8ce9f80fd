import type { MailTexts } from './mail-text.ts';

const notYou = 'إذا لم تكن أنت، فاختر كلمة مرور أخرى فورًا: فهذا ينهي جميع الجلسات.';
const choose = 'اختيار كلمة مرور أخرى';

export const ar: MailTexts = {
  language: 'ar',
  dir: 'rtl',
  greeting: 'مرحبًا {name}،',
  greetingWithoutName: 'مرحبًا،',
  roles: { client: 'عميل', coach: 'مدرب', staff: 'عضو في فريق', admin: 'إدارة' },
  unknownDevice: 'جهاز غير معروف',
  email_verification: {
    subject: 'أكّد بريدك الإلكتروني لدى {product}',
    reason:
      'في {when} أُنشئ حساب لدى {product} بهذا العنوان. الاسم: {given}. الدور: {role}. إذا كان حسابك فأكّد العنوان بكلمة مرورك. وعندها تكون الحجوزات التي أجريتها به من قبل في حسابك أيضًا.',
    action: 'تأكيد هذا العنوان',
    limit: 'الرابط صالح لمدة {time}.',
    unasked: 'إذا لم تكن أنت، فلن يحدث شيء من دون الرابط وكلمة المرور. ويمكنك إغلاق الحساب:',
    refuse: 'لم أكن أنا',
  },
  password_reset: {
    subject: 'اختر كلمة مرور جديدة لدى {product}',
    reason: 'طلب أحدهم، وعلى الأرجح أنت، اختيار كلمة مرور جديدة لحسابك لدى {product}.',
    action: 'اختيار كلمة مرور جديدة',
    limit: 'الرابط صالح لمرة واحدة ولمدة {time}. كلمة المرور الجديدة تنهي جلساتك في كل مكان.',
    unasked: 'إذا لم تكن أنت، فلا تفعل شيئًا: تبقى كلمة مرورك كما هي.',
  },
  invitation: {
    subject: 'حسابك لدى {product}',
    reason: 'أنشأ {product} حسابًا لك. الدور: {role}. اختر كلمة مرور لفتحه.',
    action: 'اختيار كلمة مرور',
    limit: 'الرابط صالح لمرة واحدة ولمدة {time}.',
    unasked: 'إذا كنت لا تعرف {product}، فلا تفعل شيئًا: لا يستطيع أحد الدخول إلى الحساب من دون الرابط.',
  },
  email_change: {
    subject: 'أكّد بريدك الإلكتروني الجديد لدى {product}',
    reason: 'سيحل هذا العنوان محل عنوان حسابك لدى {product}.',
    action: 'تأكيد العنوان الجديد',
    limit: 'الرابط صالح لمدة {time}، مع كلمة مرورك.',
    unasked: 'إذا لم تكن أنت، فلا تفعل شيئًا: لا يتغير شيء من دون الرابط.',
  },
  account_exists: {
    subject: 'لديك حساب لدى {product}',
    reason:
      'حاول أحدهم، وربما أنت، استخدام هذا العنوان لحساب لدى {product}. وله حساب بالفعل: سجّل الدخول به أو اختر كلمة مرور أخرى.',
    action: choose,
    limit: 'الرابط صالح لمرة واحدة ولمدة {time}.',
    unasked: 'إذا لم تكن أنت، فلا تفعل شيئًا: يبقى حسابك كما هو، ولم يعلم به أحد.',
  },
  password_changed: {
    subject: 'تغيّرت كلمة مرورك لدى {product}',
    reason: 'في {when} تغيّرت كلمة مرور حسابك لدى {product}.',
    unasked: notYou,
    action: choose,
  },
  email_changing: {
    subject: 'بريدك الإلكتروني لدى {product} على وشك التغيير',
    reason: 'في {when} طلب أحد يعرف كلمة مرورك عنوانًا آخر لحسابك لدى {product}.',
    unasked: 'إذا لم تكن أنت، فاختر كلمة مرور أخرى فورًا: وعندها لن يحدث شيء.',
    action: choose,
  },
  email_changed: {
    subject: 'تغيّر بريدك الإلكتروني لدى {product}',
    reason: 'منذ {when} صار لحسابك لدى {product} عنوان آخر بدلًا من هذا العنوان.',
    unasked: 'إذا لم تكن أنت، فراسل {product} فورًا: هذا العنوان لم يعد يفتح الحساب.',
  },
  role_changed: {
    subject: 'تغيّر دورك لدى {product}',
    reason: 'منذ {when} دورك لدى {product} هو: {role}. يرجى تسجيل الدخول من جديد.',
    unasked: 'إذا لم تكن تتوقع ذلك، فاسأل {product}.',
  },
  new_device: {
    subject: 'تسجيل دخول جديد إلى حسابك لدى {product}',
    reason: 'في {when} دخل أحدهم إلى حسابك لدى {product} من مكان جديد أو بجهاز جديد: {device}.',
    unasked: notYou,
    action: choose,
  },
  second_factor_enabled: {
    subject: 'الدخول لدى {product} يتطلب الآن رمزًا أيضًا',
    reason: 'في {when} فُعّل عامل ثانٍ لحسابك لدى {product}.',
    unasked: 'إذا لم تكن أنت، فاختر كلمة مرور أخرى فورًا، واطلب من {product} إزالة العامل الثاني.',
    action: choose,
  },
  second_factor_disabled: {
    subject: 'الدخول لدى {product} لم يعد يتطلب رمزًا',
    reason: 'في {when} أُوقف العامل الثاني لحسابك لدى {product}.',
    unasked: notYou,
    action: choose,
  },
  calendar_failed: {
    subject: 'تعذّرت قراءة تقويم آخر: {product}',
    reason:
      'في {product} يُحسب أيضًا الوقت المشغول في تقاويمك الأخرى، لكن تعذّرت منذ أكثر من يوم قراءة ما يلي: {calendars}. وإلى أن تُقرأ يبقى آخر ما قُرئ، أو لا يمكن حجز أي شيء، بحسب ما اخترته لكل منها.',
    unasked: 'تذكر الصفحة ما الخطأ. وغالبًا يجب نسخ العنوان السري من جديد. وما دام الأمر كذلك تصلك رسالة مرة في اليوم.',
    action: 'افتح الاتصالات',
  },
  connection_revoked: {
    subject: 'يجب إعادة ربط حساب: {product}',
    reason:
      'في {product} انتهى الربط بهذه الحسابات لأن مزوّدها لم يعد يقبله: {accounts}. لن تُقرأ تقاويمها ولن يُكتب فيها ولن تُنشأ اجتماعات هناك إلى أن تعيد ربطها.',
    unasked: 'يحدث ذلك عند تغيير كلمة مرور أو سحب الوصول لدى المزوّد أو عدم استخدامه مدة طويلة. حجوزاتك كلها باقية.',
    action: 'إعادة الربط',
  },
};
