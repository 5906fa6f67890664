// Reads a Teams manifest and prints what Microsoft's schema has against it. In a program of its own: Jest cannot load the
// package that holds the schemas.
import { text } from 'node:stream/consumers';
import appManifest from '@microsoft/app-manifest';

const manifest = JSON.parse(await text(process.stdin));
console.log(JSON.stringify(await appManifest.AppManifestUtils.validateAgainstSchema(manifest)));
