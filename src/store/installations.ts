import type { Knex } from 'knex';
import { z } from 'zod';
import { homesIn } from './homes';
import type { Vault } from './vault';

/** The tokens of one workspace; with rotation on they run out, and the second one gets new ones, once. */
export interface Tokens {
  token: string;
  refresh?: string;
  expiresAt?: Date;
}

/** An app in a workspace, or in a whole organisation: then `team` is the id of the organisation. */
export interface Installation extends Tokens {
  team: string;
  botUser: string;
  /** Which state of its row this is. */
  version: number;
}

const Sealed = z.object({ token: z.string(), refresh: z.string().optional() });

/** The workspaces of Slack that have installed the app. Tokens are in the clear only on their way to Slack. */
export const installationsIn = (sql: Knex, vault: Vault) => {
  const sealed = (team: string, { token, refresh }: Tokens) =>
    vault.sealTokens(JSON.stringify({ token, ...(refresh && { refresh }) }), team);

  return {
    /** Undefined where the app is not installed. Throws `Sealed` where the tokens cannot be opened. */
    async installation(team: string): Promise<Installation | undefined> {
      const { rows } = await sql.raw(
        'select bot_user, sealed, expires_at, version from installations where team = ?',
        [team],
      );
      const [row] = rows;
      if (!row) return undefined;
      const tokens = Sealed.parse(JSON.parse(await vault.openTokens(row.sealed, team)));
      return {
        team,
        botUser: row.bot_user,
        version: row.version,
        token: tokens.token,
        ...(tokens.refresh && { refresh: tokens.refresh }),
        ...(row.expires_at && { expiresAt: row.expires_at }),
      };
    },

    /** Where the app is installed, the first place first. */
    async installedTeams(): Promise<string[]> {
      const { rows } = await sql.raw('select team from installations order by installed_at, team');
      return rows.map(({ team }: { team: string }) => team);
    },

    /** The app was installed, or installed again: only the tokens of now are good. */
    async install(
      { team, botUser, ...tokens }: Tokens & Pick<Installation, 'team' | 'botUser'>,
      now: Date,
    ): Promise<void> {
      await sql.raw(
        `insert into installations (team, bot_user, sealed, expires_at, installed_at) values (?, ?, ?, ?, ?)
         on conflict (team) do update set bot_user = excluded.bot_user, sealed = excluded.sealed, expires_at = excluded.expires_at,
           installed_at = excluded.installed_at, version = installations.version + 1, refreshing_until = null`,
        [team, botUser, sealed(team, tokens), tokens.expiresAt ?? null, now],
      );
    },

    /** Takes it upon whoever asks to refresh these tokens; false where somebody else is at it, or has done it already. */
    async claimRefresh(
      { team, version }: Pick<Installation, 'team' | 'version'>,
      now: Date,
      milliseconds: number,
    ): Promise<boolean> {
      const { rows } = await sql.raw(
        `update installations set refreshing_until = ?
          where team = ? and version = ? and (refreshing_until is null or refreshing_until <= ?) returning team`,
        [new Date(now.getTime() + milliseconds), team, version, now],
      );
      return rows.length > 0;
    },

    /** The tokens were refreshed; nothing where the app was installed anew meanwhile. */
    async refreshed(
      { team, version }: Pick<Installation, 'team' | 'version'>,
      tokens: Tokens,
    ): Promise<void> {
      await sql.raw(
        `update installations set sealed = ?, expires_at = ?, version = version + 1, refreshing_until = null
          where team = ? and version = ?`,
        [sealed(team, tokens), tokens.expiresAt ?? null, team, version],
      );
    },

    /** The tokens could not be refreshed just now: somebody may try again. */
    async gaveUpRefresh({ team, version }: Pick<Installation, 'team' | 'version'>): Promise<void> {
      await sql.raw('update installations set refreshing_until = null where team = ? and version = ?', [
        team,
        version,
      ]);
    },

    /** The app was taken away at this moment, and with it the pages there; one that was installed after it stays. */
    async uninstall(team: string, at: Date): Promise<boolean> {
      const { rows } = await sql.raw(
        'delete from installations where team = ? and installed_at <= ? returning team',
        [team, at],
      );
      if (rows.length > 0) await homesIn(sql).forgetHomesIn('slack', team, at);
      return rows.length > 0;
    },
  };
};
