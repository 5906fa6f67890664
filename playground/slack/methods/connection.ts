import type { Method } from './method';

/** Where Socket Mode begins. docs.slack.dev/reference/methods/apps.connections.open */
export const connection: Record<string, Method> = {
  'apps.connections.open': {
    token: 'app',
    run: (_args, { workspace, deliveries }) => ({ url: deliveries.sockets.ticket(workspace.baseUrl) }),
  },
};
