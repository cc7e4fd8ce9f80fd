import type { en } from './en.ts';

export const providers: Readonly<Record<keyof typeof en, string>> = {
  providers: 'Proveedores',
  providersText:
    'Con qué clientes de OAuth conectan sus entrenadores sus cuentas, para calendarios y reuniones. Un cliente se registra una vez en cada proveedor, con la dirección de redirección de abajo.',
  integration_source_partner: 'Se usa su propio cliente.',
  integration_source_server: 'Se usa el cliente de este servidor. Uno propio ocupa su lugar.',
  integration_source_none:
    'No hay ningún cliente, así que los entrenadores no pueden conectar cuentas de este proveedor.',
  integrationRedirect: 'Dirección de redirección que registrar:',
  integrationGoogle:
    'Publique la aplicación: mientras su estado en Google sea «Testing», cada conexión termina a los 7 días.',
  integration_clientId: 'ID de cliente',
  integration_clientSecret: 'Secreto de cliente',
  integration_accountId: 'ID de cuenta',
  integration_webhookSecret: 'Token secreto de los webhooks',
  integrationTenant: 'ID de directorio (inquilino)',
  integrationTenantHint: 'solo se pueden conectar cuentas de este directorio; vacío: todas',
  integrationZoomAccountHint:
    'de una aplicación Server-to-Server, que vale para todos los entrenadores a la vez; vacío: cada uno conecta la suya',
  integrationSecretHint: 'hay uno guardado; para guardar, escríbalo de nuevo',
  integrationMissing: 'Rellene este campo.',
  integrationSave: 'Guardar {provider}',
  integrationRemove: 'Quitar {provider}',
  integrationRemoveTitle: '¿Quitar el cliente de {provider}?',
  integrationRemoveText:
    'Las cuentas que se conectaron con él dejan de funcionar en una hora más o menos, y entonces se avisa a sus entrenadores por correo.',
  videoFallback: 'Cuando no se pudo crear una reunión',
  videoFallbackText:
    'Dónde se celebran las sesiones cuando Zoom o Google no han creado la reunión. Los servicios pueden tener su propia sala para esto, que va primero. El enlace que ya tiene cada persona lleva allí.',
  videoFallbackProvider: 'Sala en lugar de la reunión',
  videoFallback_none: 'Ninguna: cada coach envía un enlace',
  videoFallback_fixed: 'Una sala fija, compartida por todos',
  videoFallback_jitsi: 'Una sala propia para cada reserva, en un servidor Jitsi',
  videoFallbackUrl: 'Dirección de la sala',
  videoFallbackServer: 'Dirección del servidor Jitsi',
  videoFallbackHint: 'con la sala de espera activada, porque las sesiones simultáneas coinciden allí',
};
