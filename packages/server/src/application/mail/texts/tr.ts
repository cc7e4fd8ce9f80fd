import type { MailTexts } from './mail-text.ts';

const notYou = 'Siz değilseniz hemen başka bir parola seçin: bu, tüm oturumları sonlandırır.';
const choose = 'Başka bir parola seçin';

export const tr: MailTexts = {
  language: 'tr',
  dir: 'ltr',
  greeting: 'Merhaba {name},',
  greetingWithoutName: 'Merhaba,',
  roles: { client: 'müşteri', coach: 'koç', staff: 'ekip üyesi', admin: 'yönetici' },
  unknownDevice: 'bilinmeyen bir cihaz',
  email_verification: {
    subject: '{product} için e-posta adresinizi onaylayın',
    reason:
      '{product} hizmetinde bu adresle bir hesap açıldı ({when}). Ad: {given}. Rol: {role}. Hesap sizinse adresi parolanızla onaylayın. Bu adresle daha önce aldığınız randevular da o zaman hesabınızda olur.',
    action: 'Bu adresi onaylayın',
    limit: 'Bağlantının geçerlilik süresi: {time}.',
    unasked: 'Siz değilseniz bağlantı ve parola olmadan hiçbir şey olmaz. Hesabın kapatılmasını isteyebilirsiniz:',
    refuse: 'Bu ben değildim',
  },
  password_reset: {
    subject: '{product} için yeni bir parola seçin',
    reason: 'birisi, büyük olasılıkla siz, {product} hesabınız için yeni bir parola seçmek istedi.',
    action: 'Yeni bir parola seçin',
    limit: 'Bağlantı bir kez çalışır; geçerlilik süresi: {time}. Yeni parola tüm oturumlarınızı kapatır.',
    unasked: 'Siz değilseniz hiçbir şey yapmayın: parolanız olduğu gibi kalır.',
  },
  invitation: {
    subject: '{product} hesabınız',
    reason: '{product} sizin için bir hesap açtı. Rol: {role}. Hesabı açmak için bir parola seçin.',
    action: 'Bir parola seçin',
    limit: 'Bağlantı bir kez çalışır; geçerlilik süresi: {time}.',
    unasked: '{product} hizmetini tanımıyorsanız hiçbir şey yapmayın: bağlantı olmadan kimse hesaba giremez.',
  },
  email_change: {
    subject: '{product} için yeni e-posta adresinizi onaylayın',
    reason: 'bu adres, {product} hesabınızdaki adresin yerini alacak.',
    action: 'Yeni adresi onaylayın',
    limit: 'Bağlantı parolanızla birlikte çalışır; geçerlilik süresi: {time}.',
    unasked: 'Siz değilseniz hiçbir şey yapmayın: bağlantı olmadan hiçbir şey değişmez.',
  },
  account_exists: {
    subject: '{product} hizmetinde hesabınız var',
    reason:
      'birisi, belki siz, bu adresle {product} hizmetinde hesap açmak istedi. Zaten bir hesap var: onunla oturum açın ya da başka bir parola seçin.',
    action: choose,
    limit: 'Bağlantı bir kez çalışır; geçerlilik süresi: {time}.',
    unasked: 'Siz değilseniz hiçbir şey yapmayın: hesabınız olduğu gibi kalır, kimse de varlığını öğrenmedi.',
  },
  password_changed: {
    subject: '{product} parolanız değiştirildi',
    reason: '{product} hesabınızın parolası değiştirildi ({when}).',
    unasked: notYou,
    action: choose,
  },
  email_changing: {
    subject: '{product} hesabınızın e-posta adresi değişecek',
    reason: 'parolanızı bilen birisi {product} hesabınız için başka bir e-posta adresi istedi ({when}).',
    unasked: 'Siz değilseniz hemen başka bir parola seçin: o zaman bundan bir şey çıkmaz.',
    action: choose,
  },
  email_changed: {
    subject: '{product} hesabınızın e-posta adresi değiştirildi',
    reason: '{product} hesabınızda artık bu adresin yerine başka bir e-posta adresi var ({when}).',
    unasked: 'Siz değilseniz hemen {product} ile iletişime geçin: bu adres artık hesabı açmıyor.',
  },
  role_changed: {
    subject: '{product} hizmetindeki rolünüz değiştirildi',
    reason: '{product} hizmetindeki rolünüz artık: {role} ({when}). Lütfen yeniden oturum açın.',
    unasked: 'Bunu beklemiyorsanız {product} ile iletişime geçin.',
  },
  new_device: {
    subject: '{product} hesabınızda yeni bir oturum',
    reason: 'birisi {product} hesabınızda yeni bir yerden ya da cihazdan oturum açtı ({when}): {device}.',
    unasked: notYou,
    action: choose,
  },
  second_factor_enabled: {
    subject: '{product} oturumu artık kod da istiyor',
    reason: '{product} hesabınız için ikinci adım açıldı ({when}).',
    unasked: 'Siz değilseniz hemen başka bir parola seçin ve {product} hizmetinden ikinci adımı kaldırmasını isteyin.',
    action: choose,
  },
  second_factor_disabled: {
    subject: '{product} oturumu artık kod istemiyor',
    reason: '{product} hesabınızın ikinci adımı kapatıldı ({when}).',
    unasked: notYou,
    action: choose,
  },
  calendar_failed: {
    subject: 'Başka bir takvim okunamıyor: {product}',
    reason:
      '{product} hizmetinde diğer takvimlerinizdeki dolu zamanlar da sayılır, ama bir günden uzun süredir şunlar okunamıyor: {calendars}. O zamana kadar son okunanlar geçerlidir ya da hiç randevu alınamaz; her biri için nasıl seçtiyseniz.',
    unasked:
      'Sayfada neyin yanlış olduğu yazıyor. Çoğu kez gizli adresin yeniden kopyalanması gerekir. Bu sürdükçe günde bir kez haber verilir.',
    action: 'Bağlantılarınızı açın',
  },
  connection_revoked: {
    subject: 'Bir hesabın yeniden bağlanması gerekiyor: {product}',
    reason:
      '{product} hizmetinde şu hesaplarınızla bağlantı sona erdi, çünkü sağlayıcı artık kabul etmiyor: {accounts}. Siz yeniden bağlayana kadar takvimleri okunmaz, yazılmaz ve orada görüşme oluşturulmaz.',
    unasked:
      'Parola değiştiğinde, erişim sağlayıcıda geri alındığında ya da uzun süre kullanılmadığında böyle olur. Randevularınızın hepsi duruyor.',
    action: 'Yeniden bağlayın',
  },
  meetings_limited: {
    subject: 'Zoom bugünkü sınırına yaklaştı: {product}',
    reason:
      'Zoom bir toplantı sahibi için günde en fazla 100 görüşme oluşturur ve taşır; {product} hizmetindeki hesabınızda 90 tanesi kullanıldı. 100’den sonra alınan ya da taşınan randevular görüşmesini gece yarısından (UTC) sonra alır.',
    unasked:
      'Randevular her zamanki gibi sürer ve her randevunun bağlantısı aynı kalır: görüşme oluşur oluşmaz oraya götürür.',
  },
  record_failed: {
    subject: 'Hiçbir sağlayıcının bilmediği randevular: {product}',
    reason:
      '{product} hizmetinde şu randevular alındı, ama sağlayıcıda görüşmeleri ya da takvim kayıtları yok: {sessions}. Bağlantıyla katılan kişi, hizmetin bunun için ayırdığı odaya gider ya da size yazması istenir.',
    unasked:
      'Başlayana kadar yeniden denenir ve bu, randevu alınmasını engellemez. Bağlantılarınızı açın: bir hesabın yeniden bağlanması gerekebilir. Değilse müşterilerinize nasıl buluşacağınızı bildirin.',
    action: 'Bağlantılarınızı açın',
  },
  changed_there: {
    subject: 'Takviminizde saati farklı olan randevular: {product}',
    reason:
      '{product} randevuları, yazıldıkları bir takvimde taşındı ya da silindi: {sessions}. Bunlar, değişmemiş olan randevu saatleridir; müşterileriniz bu saatlerde gelir.',
    unasked:
      'Takvim yanlışsa randevuları bağlantılarınızın sayfasında geri alın. Randevunun başka bir saatte olması gerekiyorsa randevuyu taşıyın: takvim ona uyar, müşteriniz de ileti alır.',
    action: 'Bağlantılarınızı açın',
  },
};
