// Writes plugin.schema.json from the contract; a test says when it is out of date. Run it after a build of the package.
import { writeFileSync } from 'node:fs';
import { pluginJsonSchema } from '../dist/manifest-schema/plugin-json-schema.js';

const target = new URL('../plugin.schema.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(pluginJsonSchema(), null, 2)}\n`);
