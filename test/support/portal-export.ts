import { readSubscriptions } from '../../src/imports/visual-studio';
import { connect } from '../../src/store/database';
import { importSubscriptions, type PortalOutcome } from '../../src/store/imports/visual-studio';
import type { Company } from './company';

/** The columns of the portal's export, in its order. */
const columns =
  'Subscriber Name,Email,Notification Email Address,Microsoft Entra group,Subscription Level,Assigned,Activated,Expiration Date (UTC),Reference,Downloads,Country,Language,Subscription Status,Subscription GUID,Usage Status';

/** A subscription as a test names it. */
export interface InPortal {
  name: string;
  email: string;
  level?: string;
}

/** An export of the portal: everybody's subscription, and one that nobody has. */
export function portalExport(subscriptions: readonly InPortal[]): string {
  const guid = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
  const lines = subscriptions.map(
    ({ name, email, level = 'Visual Studio Enterprise' }, at) =>
      `"${name}",${email},,,${level},6/1/2026,True,12/31/2026,,True,Taiwan,English,Assigned,${guid(at)},Used`,
  );
  const free = `,,,,Visual Studio Enterprise,,,12/31/2026,,,,,Unassigned,${guid(999)},New`;
  return `${[columns, ...lines, free].join('\r\n')}\r\n`;
}

/** An admin brings in an export at the terminal. */
export async function bringsInExport(
  company: Company,
  subscriptions: readonly InPortal[],
  exported: string,
): Promise<PortalOutcome> {
  const sql = connect(company.database.url, 'unhurried', 1);
  try {
    const rows = readSubscriptions(Buffer.from(portalExport(subscriptions)));
    return await importSubscriptions(sql, rows, { now: new Date(), exported });
  } finally {
    await sql.destroy();
  }
}
