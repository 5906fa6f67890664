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

/** Asks for a token; `afresh` passes over the one that is remembered. */
export type Ask = (afresh: boolean) => Promise<string>;

/** The SDK's credentials of a single-tenant bot registration; they keep a token until shortly before its end. */
export function registration(appId: string, appPassword: string, tenantId: string): Ask {
  const scope = 'https://api.botframework.com';
  const credentials = new MicrosoftAppCredentials(appId, appPassword, tenantId, scope);
  return (afresh) => credentials.getToken(afresh);
}

/** Callers who come at the same time share one request for a token, and none waits longer than its own signal lets it. */
export function makeBearer(getToken: Ask): Bearer {
  let refused = false;
  let asking: Promise<string> | undefined;

  const ask = (): Promise<string> => {
    asking ??= getToken(refused).finally(() => {
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
