/**
 * The hosts at which Teams keeps its Bot Connector: the public cloud, GCC, GCC High, DoD.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages (2026-11).
 * `smba.trafficmanager.net` to the letter: names beside it under trafficmanager.net are anybody's to register.
 */
const connectorHosts = new Set([
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
]);

/** Where a bot begins while no tenant has spoken to it yet (same page). */
export const globalServiceUrl = 'https://smba.trafficmanager.net/teams/';

/** Says whether our bearer token may travel to an address. */
export type Trusted = (url: string) => boolean;

/**
 * The addresses a token of ours may go to: https on exactly the connector's hosts and its default port, or, where an
 * emulator is set, the emulator's origin and nothing else.
 */
export function trustedAddresses(emulatorUrl?: string): Trusted {
  const emulator = emulatorUrl === undefined ? undefined : new URL(emulatorUrl).origin;
  return (address) => {
    const url = parse(address);
    if (url?.username !== '' || url.password !== '') return false;
    if (emulator !== undefined) return url.origin === emulator;
    return url.protocol === 'https:' && url.port === '' && connectorHosts.has(url.hostname);
  };
}

function parse(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}
