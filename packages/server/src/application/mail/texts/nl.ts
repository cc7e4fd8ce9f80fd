import type { MailTexts } from './mail-text.ts';

const notYou = 'Was jij het niet? Kies dan meteen een ander wachtwoord: dat beëindigt alle sessies.';
const choose = 'Een ander wachtwoord kiezen';

export const nl: MailTexts = {
  language: 'nl',
  dir: 'ltr',
  greeting: 'Hallo {name},',
  greetingWithoutName: 'Hallo,',
  roles: { client: 'klant', coach: 'coach', staff: 'lid van een team', admin: 'beheerder' },
  unknownDevice: 'een onbekend apparaat',
  email_verification: {
    subject: 'Bevestig je e-mailadres voor {product}',
    reason:
      'op {when} is bij {product} een account met dit adres aangemaakt. Naam: {given}. Rol: {role}. Is het van jou, bevestig dan het adres met je wachtwoord. Boekingen die je er eerder mee maakte, staan dan ook in je account.',
    action: 'Dit adres bevestigen',
    limit: 'De link werkt {time}.',
    unasked: 'Was jij het niet? Zonder de link en het wachtwoord gebeurt er niets. Je kunt het account laten sluiten:',
    refuse: 'Dit was ik niet',
  },
  password_reset: {
    subject: 'Kies een nieuw wachtwoord voor {product}',
    reason: 'iemand, waarschijnlijk jij, wil een nieuw wachtwoord kiezen voor je account bij {product}.',
    action: 'Een nieuw wachtwoord kiezen',
    limit: 'De link werkt één keer, {time} lang. Met een nieuw wachtwoord word je overal uitgelogd.',
    unasked: 'Was jij het niet? Doe dan niets: je wachtwoord blijft zoals het is.',
  },
  invitation: {
    subject: 'Je account bij {product}',
    reason: '{product} heeft een account voor je gemaakt. Rol: {role}. Kies een wachtwoord om het te openen.',
    action: 'Een wachtwoord kiezen',
    limit: 'De link werkt één keer, {time} lang.',
    unasked: 'Ken je {product} niet? Doe dan niets: zonder de link kan niemand op het account inloggen.',
  },
  email_change: {
    subject: 'Bevestig je nieuwe e-mailadres voor {product}',
    reason: 'dit adres komt in de plaats van het adres van je account bij {product}.',
    action: 'Het nieuwe adres bevestigen',
    limit: 'De link werkt {time}, samen met je wachtwoord.',
    unasked: 'Was jij het niet? Doe dan niets: zonder de link verandert er niets.',
  },
  account_exists: {
    subject: 'Je hebt al een account bij {product}',
    reason:
      'iemand, misschien jij, probeerde dit adres te gebruiken voor een account bij {product}. Dat is er al: log ermee in, of kies een ander wachtwoord.',
    action: choose,
    limit: 'De link werkt één keer, {time} lang.',
    unasked: 'Was jij het niet? Doe dan niets: je account blijft zoals het is, en niemand heeft ervan gehoord.',
  },
  password_changed: {
    subject: 'Je wachtwoord bij {product} is gewijzigd',
    reason: 'het wachtwoord van je account bij {product} is gewijzigd op {when}.',
    unasked: notYou,
    action: choose,
  },
  email_changing: {
    subject: 'Je e-mailadres bij {product} gaat veranderen',
    reason: 'op {when} vroeg iemand die je wachtwoord kent om een ander e-mailadres voor je account bij {product}.',
    unasked: 'Was jij het niet? Kies dan meteen een ander wachtwoord: dan gaat het niet door.',
    action: choose,
  },
  email_changed: {
    subject: 'Je e-mailadres bij {product} is gewijzigd',
    reason: 'sinds {when} heeft je account bij {product} een ander e-mailadres in plaats van dit.',
    unasked: 'Was jij het niet? Schrijf dan meteen naar {product}: dit adres opent het account niet meer.',
  },
  role_changed: {
    subject: 'Je rol bij {product} is gewijzigd',
    reason: 'sinds {when} is je rol bij {product}: {role}. Log opnieuw in.',
    unasked: 'Had je dit niet verwacht? Vraag het dan aan {product}.',
  },
  new_device: {
    subject: 'Een nieuwe aanmelding bij je account bij {product}',
    reason:
      'op {when} logde iemand in op je account bij {product} vanaf een nieuwe plek of met een nieuw apparaat: {device}.',
    unasked: notYou,
    action: choose,
  },
  second_factor_enabled: {
    subject: 'Inloggen bij {product} vraagt nu ook een code',
    reason: 'op {when} is een tweede factor ingeschakeld voor je account bij {product}.',
    unasked:
      'Was jij het niet? Kies dan meteen een ander wachtwoord, en vraag {product} om de tweede factor weg te halen.',
    action: choose,
  },
  second_factor_disabled: {
    subject: 'Inloggen bij {product} vraagt geen code meer',
    reason: 'op {when} is de tweede factor van je account bij {product} uitgeschakeld.',
    unasked: notYou,
    action: choose,
  },
  calendar_failed: {
    subject: 'Een andere agenda kan niet worden gelezen: {product}',
    reason:
      'bij {product} telt ook de bezette tijd in je andere agenda’s, maar al meer dan een dag zijn deze niet te lezen: {calendars}. Tot dan telt wat het laatst is gelezen, of er kan niets worden geboekt, zoals je voor elk hebt gekozen.',
    unasked:
      'De pagina zegt wat er mis is. Vaak moet het geheime adres opnieuw worden gekopieerd. Zolang het duurt, krijg je één keer per dag bericht.',
    action: 'Je verbindingen openen',
  },
  connection_revoked: {
    subject: 'Een account moet opnieuw worden verbonden: {product}',
    reason:
      'bij {product} is de verbinding met deze accounts van je geëindigd, omdat de aanbieder haar niet meer aanneemt: {accounts}. Hun agenda’s worden niet gelezen en niet geschreven, en er worden geen meetings gemaakt, tot je ze opnieuw verbindt.',
    unasked:
      'Dat gebeurt als een wachtwoord is gewijzigd, de toegang bij de aanbieder is ingetrokken of lang niet is gebruikt. Je boekingen zijn er allemaal nog.',
    action: 'Opnieuw verbinden',
  },
  meetings_limited: {
    subject: 'Zoom is bijna bij de limiet van vandaag: {product}',
    reason:
      'Zoom maakt en verplaatst hooguit 100 meetings per host per dag, en voor die van jou bij {product} zijn er 90 gebruikt. Vanaf 100 krijgen sessies die worden geboekt of verplaatst hun meeting na middernacht UTC.',
    unasked: 'Boeken gaat gewoon door, en de link van elke sessie blijft: hij leidt naar de meeting zodra die er is.',
  },
  record_failed: {
    subject: 'Sessies die geen aanbieder kent: {product}',
    reason:
      'bij {product} zijn deze sessies geboekt, maar de aanbieder heeft er geen meeting of agendapunt voor: {sessions}. Wie via de link deelneemt, komt in de ruimte die de dienst daarvoor heeft, of leest het verzoek je te schrijven.',
    unasked:
      'Het wordt geprobeerd tot ze beginnen, en niets daarvan houdt iemand van boeken af. Open je verbindingen: misschien moet een account opnieuw worden verbonden. Laat anders je klanten weten hoe jullie elkaar treffen.',
    action: 'Je verbindingen openen',
  },
  changed_there: {
    subject: 'Sessies die in je agenda op een andere tijd staan: {product}',
    reason:
      'sessies bij {product} zijn verplaatst of verwijderd in een agenda waarin ze worden geschreven: {sessions}. Dit zijn de tijden van de boekingen, die hetzelfde zijn gebleven; je klanten komen dan.',
    unasked:
      'Klopt de agenda niet, zet de sessies dan terug op de pagina van je verbindingen. Moet een sessie op een andere tijd zijn, verplaats dan de boeking: de agenda volgt, en je klant krijgt bericht.',
    action: 'Je verbindingen openen',
  },
};
