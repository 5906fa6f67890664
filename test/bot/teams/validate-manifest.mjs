// Reads a Teams manifest, or with the word Localization one of its language files, and prints what Microsoft's schema has against it.
// In a program of its own: Jest cannot load the package that holds the schemas.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import appManifest from '@microsoft/app-manifest';

const given = JSON.parse(await text(process.stdin));
const judged =
  process.argv[2] === 'Localization'
    ? ofLanguage(given)
    : await appManifest.AppManifestUtils.validateAgainstSchema(given);
console.log(JSON.stringify(judged));

/** The package judges manifests alone, but brings along the schema of their language files, and the judge that it uses itself. */
function ofLanguage(file) {
  const entry = createRequire(import.meta.url).resolve('@microsoft/app-manifest');
  const Judge = createRequire(entry)('ajv-draft-04').default;
  const schema = join(dirname(entry), 'json-schemas/teams/v1.19/MicrosoftTeams.Localization.schema.json');
  // One of the schema's patterns is none where letters beyond the old ones count as one.
  const judge = new Judge({ strict: false, allErrors: true, unicodeRegExp: false });
  return judge.compile(JSON.parse(readFileSync(schema, 'utf8')))(file) ? [] : judge.errors;
}
