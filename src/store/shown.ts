/** Whether the key that a holding `h` has now was shown to its holder, or may have been. A look at another one before is none. */
export const shown = `exists (select from key_views v where v.holding_id = h.id and v.key_id = h.key_id and v.outcome <> 'not-shown')`;

/** The same, by the last day to activate it: of a holding `h` of a benefit `b`. A key of which nobody had a look by then was never activated. */
export const shownInTime = `exists (select from key_views v where v.holding_id = h.id and v.key_id = h.key_id and v.outcome <> 'not-shown'
  and (v.at at time zone 'UTC')::date <= coalesce(b.activate_by, 'infinity'))`;
