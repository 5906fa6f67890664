import type { Routes } from './http';
import { sendJson } from './http';

/** What stands behind the paths for operators. `troubles`: why the bot is not ready, as codes; empty when it is. */
export interface Watched {
  troubles(): Promise<string[]>;
  /** What an admin must see to, while everything goes on: nobody sends people elsewhere for it. */
  doubts(): string[];
  page(): Promise<{ type: string; text: string }>;
}

/**
 * `/healthz`: the process lives. `/readyz`: database reachable, migrations current, keys present; and what else an admin must see to.
 * `/metrics`: for Prometheus.
 */
export const watchRoutes = ({ troubles, doubts, page }: Watched): Routes => ({
  'GET /healthz': (_request, response) => sendJson(response, 200, { status: 'alive' }),
  'GET /readyz': async (_request, response) => {
    const found = await troubles();
    sendJson(response, found.length === 0 ? 200 : 503, {
      status: found.length === 0 ? 'ready' : 'not ready',
      troubles: found,
      doubts: doubts(),
    });
  },
  'GET /metrics': async (_request, response) => {
    const { type, text } = await page();
    response.writeHead(200, { 'content-type': type, 'content-length': Buffer.byteLength(text) }).end(text);
  },
});
