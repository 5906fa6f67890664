/** Whether the key that a holding `h` has now was shown to its holder, or may have been. A look at another one before is none. */
export const shown = `exists (select from key_views v where v.holding_id = h.id and v.key_id = h.key_id and v.outcome <> 'not-shown')`;

/**
 * Whether the holder of a holding `h` of a benefit `b` had a look by the last day to activate it: at the key they have now or, where it came in the
 * place of another after that day, at the one they had then. A key of which nobody had a look by then was never activated.
 */
export const shownInTime = `exists (select from key_views v where v.holding_id = h.id and v.outcome <> 'not-shown'
  and (v.at at time zone 'UTC')::date <= coalesce(b.activate_by, 'infinity')
  and (v.key_id = h.key_id or exists (select from audit a where a.subject = h.id and a.action in ('key.reported', 'key.replaced')
         and (a.at at time zone 'UTC')::date > b.activate_by)))`;
