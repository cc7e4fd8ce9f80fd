import type { en } from './en.ts';

export const providers: Readonly<Record<keyof typeof en, string>> = {
  providers: 'Fournisseurs',
  providersText:
    'Les clients OAuth par lesquels vos coachs connectent leurs comptes, pour les agendas et les réunions. Un client s’enregistre une fois chez chaque fournisseur, avec l’adresse de redirection ci-dessous.',
  integration_source_partner: 'Votre propre client est utilisé.',
  integration_source_server: 'Le client de ce serveur est utilisé. Le vôtre prendrait sa place.',
  integration_source_none:
    'Aucun client n’est défini : les coachs ne peuvent pas connecter de compte de ce fournisseur.',
  integrationRedirect: 'Adresse de redirection à enregistrer :',
  integrationGoogle:
    'Publiez l’application : tant que son état chez Google est « Testing », chaque connexion prend fin au bout de 7 jours.',
  integration_clientId: 'ID client',
  integration_clientSecret: 'Secret client',
  integration_accountId: 'ID de compte',
  integration_webhookSecret: 'Jeton secret des webhooks',
  integrationTenant: 'ID de l’annuaire (locataire)',
  integrationTenantHint: 'seuls les comptes de cet annuaire peuvent être connectés ; vide : tous',
  integrationZoomAccountHint:
    'd’une application Server-to-Server, valable pour tous les coachs à la fois ; vide : chacun connecte le sien',
  integrationSecretHint: 'un secret est enregistré ; saisissez-le de nouveau pour enregistrer',
  integrationMissing: 'Veuillez remplir ce champ.',
  integrationSave: 'Enregistrer {provider}',
  integrationRemove: 'Retirer {provider}',
  integrationRemoveTitle: 'Retirer le client de {provider} ?',
  integrationRemoveText:
    'Les comptes connectés avec lui cessent de fonctionner au bout d’une heure environ, et leurs coachs en sont alors avertis par e-mail.',
  videoFallback: 'Quand une réunion n’a pas pu être créée',
  videoFallbackText:
    'Où se tiennent les séances quand Zoom ou Google n’a pas créé la réunion. Les prestations peuvent avoir leur propre salle pour cela, qui passe avant. Le lien que chacun possède déjà y mène.',
  videoFallbackProvider: 'Salle à la place de la réunion',
  videoFallback_none: 'Aucune : les coachs envoient un lien eux-mêmes',
  videoFallback_fixed: 'Une salle fixe, partagée par tous',
  videoFallback_jitsi: 'Une salle propre à chaque réservation, sur un serveur Jitsi',
  videoFallbackUrl: 'Adresse de la salle',
  videoFallbackServer: 'Adresse du serveur Jitsi',
  videoFallbackHint: 'avec sa salle d’attente activée, car les séances simultanées s’y retrouvent',
};
