/** SQL of a person who stands beside a row, by the alias of `people`: an object without what is not known of them, null where there is nobody. */
export const who = (alias: string): string =>
  `case when ${alias}.id is not null then json_strip_nulls(json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'email', ${alias}.email)) end`;
