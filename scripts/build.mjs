// Compiles the project to dist/ when a source is newer than the last build; does nothing when none is.
import { ensureBuilt } from './prepare.mjs';

await ensureBuilt();
