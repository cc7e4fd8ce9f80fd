import type { StandardTexts } from './standard-texts.ts';

const session = `Kiminle: {{ coach.name }}{% if staff.name %}, {{ staff.name }}{% endif %}
Nerede: {{ place }}
Yol tarifi: {{ place_hint }}`;
const extras = `Yanınızda getirin: {{ what_to_bring }}
Katılım: {{ join_link }}
Parola: {{ join_password }}
Fiyat: {{ price }}`;
const about = `Ne zaman: {{ when }}
${session}`;
const fixed = `${about}
${extras}`;
const sessionForCoach = `Kim: {{ lead.name }}
Nerede: {{ place }}`;
const forCoach = `Ne zaman: {{ when }}
${sessionForCoach}`;
const answers = 'Yanıtlar: {{ answers }}';
const join = `Katılım: {{ join_link }}
Parola: {{ join_password }}`;
const fixedForCoach = `${forCoach}
${join}`;
const hello = 'Merhaba {{ lead.name }},';
const helloCoach = 'Merhaba {{ coach.name }},';
const manage = 'Değiştirin ya da iptal edin: {{ manage_link }}';
const choose = 'Başka bir saat seçin: {{ reschedule_link }}';
const offers = `{% if offer_1 %}Size uyabilecek boş saatler:{% endif %}
{{ offer_1 }}: {{ offer_1_link }}
{{ offer_2 }}: {{ offer_2_link }}
{{ offer_3 }}: {{ offer_3_link }}`;
const open = 'Takviminizi açın: {{ calendar_link }}';
const reason = 'Neden: {{ reason }}';
/** Names take no endings: those depend on their sounds. */
const subject = '{{ service.title }} – {{ coach.name }}';
const subjectForCoach = '{{ lead.name }}: {{ service.title }}';
const at = '{{ date }}, {{ time }} {{ zone }}';
/** A booking may have no time, only a place. */
const then = `{% if date %}: ${at}{% endif %}`;
const comma = `{% if date %}, ${at}{% endif %}`;
const inBrackets = `{% if date %} (${at}){% endif %}`;

export const tr: StandardTexts = {
  language: 'tr',
  dir: 'ltr',
  words: {
    when: '{date}, {time} ({zone})',
    whenUntil: '{date}, {time} – {end} ({zone})',
    unnamed: { attendee: 've hoş geldiniz', coach: 'Bir kişi' },
    sentBy: {
      attendee: '{brand} bu iletiyi {coach} ile olan randevunuz nedeniyle gönderdi.',
      coach: '{brand} bu iletiyi, orada randevu kabul ettiğiniz için gönderdi.',
    },
    unsubscribe: 'Bu tür iletileri artık almak istemiyorum',
    healthAnswers: 'sağlıkla ilgili: randevuya bakın',
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
      mail: `# Talebiniz gönderildi

${hello}

{{ service.title }} talebiniz iletildi: {{ coach.name }}. Yanıt gelir gelmez size haber veririz; o zamana kadar kesin bir şey yok.

${about}
Fiyat: {{ price }}

Değiştirin ya da geri çekin: {{ manage_link }}`,
      sms: `Talebiniz iletildi, {{ coach.name }}${then}. Yanıtı size bildireceğiz.`,
      push: ['Talep gönderildi', `{{ coach.name }}${then}`],
    },
    confirmed: {
      subject,
      mail: `# Randevunuz alındı

${hello}

{{ coach.name }} ile {{ service.title }} randevunuz hazır. Görüşmek üzere!

${fixed}

${manage}`,
      sms: `{{ coach.name }} ile randevunuz alındı${then}`,
      push: ['Randevunuz alındı', `{{ service.title }}, {{ coach.name }}${comma}`],
    },
    declined: {
      subject,
      mail: `# Talebiniz reddedildi

${hello}

{{ coach.name }} istediğiniz saati ne yazık ki kabul edemiyor. Bu kez olmadığı için üzgünüz.

${about}
${reason}

${choose}

${offers}`,
      sms: `Ne yazık ki {{ coach.name }} bu saati kabul edemiyor${inBrackets}. Lütfen başka bir saat seçin.`,
      push: ['Talebiniz reddedildi', `{{ coach.name }} bu saati kabul edemiyor${inBrackets}. Başka bir saat seçin.`],
    },
    expired: {
      subject,
      mail: `# Talebinizin süresi doldu

${hello}

{{ coach.name }} zamanında yanıt vermedi. Beklettiğimiz için özür dileriz.

${about}

${choose}

${offers}`,
      sms: `Ne yazık ki {{ coach.name }} talebinize zamanında yanıt vermedi. Lütfen başka bir saat seçin.`,
      push: ['Talebinizin süresi doldu', `{{ coach.name }} zamanında yanıt vermedi. Başka bir saat seçin.`],
    },
    changed: {
      subject,
      mail: `# Randevunuzun saati değişti

${hello}

{{ coach.name }} ile {{ service.title }} randevunuz yeni bir saate alındı. Lütfen yeni saati not edin.

${fixed}
Önceki: {{ old_when }}
${reason}

${manage}`,
      sms: `Yeni randevu saatiniz, {{ coach.name }}: ${at}. Önceki: {{ old_date }}, {{ old_time }}.`,
      push: ['Randevunuzun yeni saati', `{{ coach.name }}: ${at}`],
    },
    cancelled: {
      subject,
      mail: `# Randevunuz iptal edildi

${hello}

{{ coach.name }} ile {{ service.title }} randevunuz yapılmayacak. Bir şey yapmanız gerekmiyor.

${about}
${reason}

${choose}

${offers}`,
      sms: `{{ coach.name }} ile randevunuz iptal edildi${inBrackets}.`,
      push: ['Randevunuz iptal edildi', `{{ coach.name }}${comma}`],
    },
    reminder: {
      subject: 'Hatırlatma: {{ coach.name }} ile randevunuz {{ time_until }}',
      mail: `# Randevunuz {{ time_until }}

${hello}

{{ coach.name }} ile randevunuz için kısa bir hatırlatma.

${fixed}

${manage}`,
      sms: '{{ coach.name }} ile randevunuz {{ time_until }}, saat {{ time }} {{ zone }}. Katılım: {{ join_link }}',
      push: ['Randevunuz {{ time_until }}', '{{ service.title }}, {{ coach.name }}, {{ time }}'],
    },
    follow_up: {
      subject: 'Randevunuzu kaçırdınız mı? Yenisini bulalım',
      mail: `# Sizi göremedik

${hello}

Randevumuzda görüşemedik. Sorun değil! Size daha uygun bir saat bulalım.

Yeni bir saat seçin: {{ reschedule_link }}

${offers}

{{ coach.name }}`,
      sms: '{{ coach.name }} ile randevunuzu kaçırdınız. Sorun değil: size uyan yeni bir saat seçin.',
      push: ['Randevunuzu kaçırdınız mı?', 'Sorun değil! Size daha uygun bir saat seçin.'],
    },
    welcome: {
      subject: '{{ partner.name }}: hoş geldiniz',
      mail: `# Hoş geldiniz

${hello}

Hesabınız hazır. Bu adresle misafir olarak aldığınız randevular da, bundan sonra alacaklarınız da hesabınızda görünür.

Hesabınızı açın: {{ calendar_link }}`,
    },
    unproven: {
      subject: 'Lütfen onaylayın: {{ service.title }} – {{ coach.name }}',
      mail: `# Lütfen randevunuzu onaylayın

${hello}

Bir adım kaldı: randevuyu sizin aldığınızı onaylayın. Bağlantının geçerlilik süresi: {{ link_lifetime }}; o zamana kadar saat sizindir.

${about}
Fiyat: {{ price }}

Randevuyu onaylayın: {{ confirm_link }}

Siz değil miydiniz? O zaman hiçbir şey yapmayın; randevu alınmaz.`,
    },
  },
  coach: {
    requested: {
      subject: subjectForCoach,
      mail: `# Yeni talep

${helloCoach}

{{ lead.name }} şunu istiyor: {{ service.title }}.{% if date %} Siz yanıt verene kadar saat ayrılmış kalır.{% endif %}

${forCoach}
${answers}

Onaylayın ya da reddedin: {{ calendar_link }}`,
      sms: `{{ lead.name }}, {{ service.title }} istiyor${then}. Lütfen onaylayın ya da reddedin.`,
      push: ['Yeni talep: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    confirmed: {
      subject: subjectForCoach,
      mail: `# Yeni randevu

${helloCoach}

{{ lead.name }} için randevu var: {{ service.title }}.

${fixedForCoach}
${answers}

${open}`,
      sms: `Randevu, {{ lead.name }}: {{ service.title }}${comma}`,
      push: ['Randevu: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    declined: {
      subject: subjectForCoach,
      mail: `# Talep reddedildi

${helloCoach}

{{ lead.name }} adlı kişinin talebi reddedildi.{% if date %} Saat yeniden boş.{% endif %}

${forCoach}
${reason}

${open}`,
      sms: `Talep reddedildi: {{ lead.name }}${comma}`,
      push: ['Talep reddedildi: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    expired: {
      subject: subjectForCoach,
      mail: `# Talebin süresi doldu

${helloCoach}

{{ lead.name }} adlı kişinin talebi zamanında yanıtlanmadı ve süresi doldu.{% if date %} Saat yeniden boş.{% endif %}

${forCoach}

${open}`,
      sms: `Yanıtlanmayan talebin süresi doldu: {{ lead.name }}${comma}`,
      push: ['Talebin süresi doldu: {{ lead.name }}', `Zamanında yanıtlanmadı${then}`],
    },
    changed: {
      subject: subjectForCoach,
      mail: `# Yeni saat

${helloCoach}

{{ lead.name }} ile randevu yeni bir saate alındı.

${fixedForCoach}
Önceki: {{ old_when }}
${reason}

${open}`,
      sms: `Yeni saat, {{ lead.name }}: ${at}. Önceki: {{ old_date }}, {{ old_time }}.`,
      push: ['Yeni saat: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    cancelled: {
      subject: subjectForCoach,
      mail: `# Randevu iptal edildi

${helloCoach}

{{ lead.name }} ile randevu iptal edildi.{% if date %} Saat yeniden boş.{% endif %}

${forCoach}
${reason}

${open}`,
      sms: `İptal edildi: {{ lead.name }}${comma}`,
      push: ['İptal edildi: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    reminder: {
      subject: 'Hatırlatma: {{ lead.name }} {{ time_until }}',
      mail: `# Sıradaki randevu {{ time_until }}

${helloCoach}

{{ lead.name }} ile randevunuz için kısa bir hatırlatma.

${fixedForCoach}

${open}`,
      sms: '{{ service.title }}, {{ lead.name }}: {{ time_until }}, saat {{ time }} {{ zone }}. Katılım: {{ join_link }}',
      push: ['{{ lead.name }} {{ time_until }}', '{{ service.title }}, {{ time }}'],
    },
    conflict: {
      subject: subjectForCoach,
      mail: `# Takviminiz o saatte dolu

${helloCoach}

“{{ busy_calendar }}” takviminde {{ lead.name }} ile {{ service.title }} saatine denk gelen bir şey var. Siz değiştirene kadar randevu olduğu gibi kalır.

${fixedForCoach}

${open}`,
      sms: `"{{ busy_calendar }}" takviminde {{ lead.name }} ile randevunuza denk gelen bir şey var${then}`,
      push: ['Takvim çakışması: {{ lead.name }}', `“{{ busy_calendar }}” takviminde o saatte bir şey var${then}`],
    },
    welcome: {
      subject: '{{ partner.name }}: hoş geldiniz',
      mail: `# Hoş geldiniz

${helloCoach}

Takviminiz hazır. Önce çalışma saatlerinizi ve hizmetlerinizi girin, ardından randevu sayfanızın adresini paylaşın.

${open}`,
    },
  },
};
