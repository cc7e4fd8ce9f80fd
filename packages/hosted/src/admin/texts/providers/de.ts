import type { en } from './en.ts';

export const providers: Readonly<Record<keyof typeof en, string>> = {
  providers: 'Anbieter',
  providersText:
    'Mit welchen OAuth-Clients Ihre Coaches ihre Konten verbinden, für Kalender und Meetings. Ein Client wird bei jedem Anbieter einmal registriert, mit der Weiterleitungsadresse unten.',
  integration_source_partner: 'Ihr eigener Client wird genutzt.',
  integration_source_server: 'Der Client dieses Servers wird genutzt. Ein eigener tritt an seine Stelle.',
  integration_source_none: 'Es ist kein Client gesetzt; Coaches können keine Konten dieses Anbieters verbinden.',
  integrationRedirect: 'Zu registrierende Weiterleitungsadresse:',
  integrationGoogle:
    'Veröffentlichen Sie die App: Solange ihr Status bei Google „Testing“ ist, endet jede Verbindung nach 7 Tagen.',
  integration_clientId: 'Client-ID',
  integration_clientSecret: 'Clientschlüssel (Secret)',
  integration_accountId: 'Account-ID',
  integration_webhookSecret: 'Geheimes Token der Webhooks',
  integrationTenant: 'Verzeichnis-ID (Mandant)',
  integrationTenantHint: 'nur Konten dieses Verzeichnisses können verbunden werden; leer: alle',
  integrationZoomAccountHint:
    'einer Server-to-Server-App, die für alle Coaches zugleich gilt; leer: jeder verbindet sein eigenes',
  integrationSecretHint: 'es ist eines gespeichert; geben Sie es zum Speichern erneut ein',
  integrationMissing: 'Bitte ausfüllen.',
  integrationSave: '{provider} speichern',
  integrationRemove: '{provider} entfernen',
  integrationRemoveTitle: 'Den Client von {provider} entfernen?',
  integrationRemoveText:
    'Konten, die damit verbunden wurden, funktionieren nach etwa einer Stunde nicht mehr, und ihre Coaches erfahren es dann per E-Mail.',
  videoFallback: 'Wenn ein Meeting nicht entstehen konnte',
  videoFallbackText:
    'Wo sich Termine treffen, wenn Zoom oder Google kein Meeting erstellt hat. Angebote können dafür einen eigenen Raum haben, der dann vorgeht. Der Link, den alle schon haben, führt dorthin.',
  videoFallbackProvider: 'Raum anstelle des Meetings',
  videoFallback_none: 'Keiner: Coaches schicken selbst einen Link',
  videoFallback_fixed: 'Ein fester Raum, gemeinsam für alle',
  videoFallback_jitsi: 'Ein eigener Raum für jede Buchung, auf einem Jitsi-Server',
  videoFallbackUrl: 'Adresse des Raums',
  videoFallbackServer: 'Adresse des Jitsi-Servers',
  videoFallbackHint: 'mit eingeschaltetem Warteraum, denn gleichzeitige Termine treffen sich dort',
};
