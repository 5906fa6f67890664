import { MicrosoftAppCredentials } from 'botframework-connector';

/** The token with which we call Teams, or the code of why there is none. */
export interface Bearer {
  token(signal?: AbortSignal): Promise<{ ok: true; value: string } | { ok: false; code: string }>;
  /** The token was refused: the next call asks for a new one. */
  forget(): void;
}

/** An emulator asks for a word, not for a secret. */
export const emulatorBearer: Bearer = {
  token: async () => ({ ok: true, value: 'emulator' }),
  forget: () => undefined,
};

/**
 * Tokens of a single-tenant bot registration, by the SDK's own credentials, which keep one until shortly before its end. Callers
 * who come at the same time share one request, and none waits longer than its own signal lets it.
 */
export function makeBearer(appId: string, appPassword: string, tenantId: string): Bearer {
  const credentials = new MicrosoftAppCredentials(
    appId,
    appPassword,
    tenantId,
    'https://api.botframework.com',
  );
  let refused = false;
  let asking: Promise<string> | undefined;

  const ask = (): Promise<string> => {
    asking ??= credentials.getToken(refused).finally(() => {
      asking = undefined;
    });
    return asking;
  };

  return {
    async token(signal) {
      try {
        const value = await (signal ? Promise.race([ask(), aborted(signal)]) : ask());
        refused = false;
        return { ok: true, value };
      } catch (error) {
        return { ok: false, code: `token_${codeOf(error)}` };
      }
    },
    forget() {
      refused = true;
    },
  };
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    const stop = () => reject(Object.assign(new Error('late'), { errorCode: 'timeout' }));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });

/** MSAL's short code, such as `invalid_client`; its messages name the app and are left out. */
function codeOf(error: unknown): string {
  const code = (error as { errorCode?: unknown } | undefined)?.errorCode;
  return typeof code === 'string' && /^[\w.-]{1,64}$/.test(code) ? code : 'unavailable';
}
