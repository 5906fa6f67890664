import { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter.js';
import { type Activity, ConfigurationServiceClientCredentialFactory, type TurnContext } from 'botbuilder';
import {
  AuthenticationConfiguration,
  AuthenticationConstants,
  AuthenticationError,
} from 'botframework-connector';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor';
import { channelIssuer } from './guard';
import type { ChannelKeys } from './keys';

/** What is answered to a request: a status, and for an invoke a body. */
export interface Hosted {
  status: number;
  body?: unknown;
}

interface HostConfig {
  appId: string;
  appPassword: string;
  tenantId: string;
  keys: ChannelKeys;
}

/**
 * The SDK's adapter behind an entrance of our own: a request that the guard has admitted goes in, a status and a body come out. The
 * adapter's own `process` wants Express' response, answers a bad signature with 500 and writes error texts into the answer.
 * The SDK verifies the token once more, with the keys that the guard uses, and says nothing to the world by itself.
 */
export class HostAdapter extends TeamsAdapter {
  constructor({ appId, appPassword, tenantId, keys }: HostConfig) {
    const registration = {
      MicrosoftAppId: appId,
      MicrosoftAppPassword: appPassword,
      MicrosoftAppTenantId: tenantId,
      MicrosoftAppType: 'SingleTenant',
    };
    super(
      {
        ...registration,
        // With one of these given the SDK takes all of them as given, and asks nothing else.
        ValidateAuthority: 'true',
        ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
        ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
        ToBotFromChannelTokenIssuer: channelIssuer,
        OAuthUrl: AuthenticationConstants.OAuthUrl,
        ToBotFromChannelOpenIdMetadataUrl: sharedKeys(keys),
        ToBotFromEmulatorOpenIdMetadataUrl: sharedKeys(keys),
        CallerId: 'urn:botframework:azure',
      },
      new SilentCredentials(registration),
      new AuthenticationConfiguration([], async (claims) => {
        const claim = (name: string): unknown => claims.find(({ type }) => type === name)?.value;
        const ours =
          claim('iss') === channelIssuer && claim('aud') === appId && claim('serviceurl') && claim('exp');
        if (!ours) throw new AuthenticationError('Unauthorized', 401);
      }),
      { httpClient: { sendRequest: () => Promise.reject(new Error('the SDK does not speak outward')) } },
    );
  }

  /**
   * Runs one activity.
   * @param body the activity as it came; the SDK wants its times as dates.
   */
  async host(
    authorization: string,
    body: Record<string, unknown>,
    logic: (context: TurnContext) => Promise<void>,
    onError: (phase: 'auth' | 'turn', error: unknown) => void,
  ): Promise<Hosted> {
    const activity = withDates(body);
    let authenticated: Awaited<ReturnType<typeof this.botFrameworkAuthentication.authenticateRequest>>;
    try {
      authenticated = await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
    } catch (error) {
      onError('auth', error);
      return { status: 401 };
    }
    try {
      const response = await this.processActivity(authenticated, activity, logic);
      return response ? { status: response.status, body: response.body } : { status: 200 };
    } catch (error) {
      onError('turn', error);
      return { status: 500 };
    }
  }
}

/** The SDK makes a client for every turn, which we never use: it gets credentials that sign nothing. */
class SilentCredentials extends ConfigurationServiceClientCredentialFactory {
  override createCredentials: ConfigurationServiceClientCredentialFactory['createCredentials'] =
    async () => ({
      signRequest: () => Promise.reject(new Error('the SDK does not speak outward')),
    });
}

let adapters = 0;

/**
 * Makes the SDK use our keys, and answers the address under which it finds them. Left alone it keeps a set of its own for an hour
 * after a key has changed, and waits for the issuer without end.
 */
function sharedKeys(keys: ChannelKeys): string {
  adapters += 1;
  const address = `keys-of-the-guard:${adapters}`;
  const cache = Reflect.get(JwtTokenExtractor, 'openIdMetadataCache') as Map<string, unknown>;
  cache.set(address, {
    getKey: async (kid: string) => {
      const found = await keys.find(kid);
      return (
        found && { key: found.key.export({ type: 'spki', format: 'pem' }), endorsements: found.endorsements }
      );
    },
  });
  return address;
}

function withDates(body: Record<string, unknown>): Activity {
  const activity: Record<string, unknown> = { ...body };
  for (const name of ['timestamp', 'localTimestamp', 'expiration']) {
    const time = activity[name];
    if (typeof time === 'string') activity[name] = new Date(time);
  }
  return activity as unknown as Activity;
}
